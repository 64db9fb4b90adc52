import { Module } from '@nestjs/common';
import { ReportEngine } from './report-engine.js';
import { ExportFiles } from './exports/export-files.js';
import { ExportRunner } from './exports/export-runner.js';
import { ExportsController } from './exports/exports.controller.js';
import { ExportsRepository } from './exports/exports.repository.js';
import { ExportsService } from './exports/exports.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';

// For the API. Reads every capability's tables by SQL and imports none; owns the export jobs; changes nothing else.
@Module({
  controllers: [ReportsController, ExportsController],
  providers: [ReportEngine, ReportsService, ExportsService, ExportsRepository, ExportFiles],
})
export class ReportsModule {}

// For the worker: makes the files and takes them away again.
@Module({
  providers: [ReportEngine, ExportRunner, ExportsRepository, ExportFiles],
  exports: [ExportRunner],
})
export class ReportsWorkerModule {}
