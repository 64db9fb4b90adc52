import { Module } from '@nestjs/common';
import { ImportChecker } from './import-checker.js';
import { ImportCommitter } from './import-committer.js';
import { ImportErrorFile } from './import-error-file.js';
import { ImportFiles } from './import-files.js';
import { ImportLinesRepository } from './import-lines.repository.js';
import { ImportReader } from './import-reader.js';
import { ImportSteps } from './import-steps.js';
import { ImportWorks } from './import-works.js';
import { ImportsController } from './imports.controller.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';
import { ImportsTidy } from './imports.tidy.js';

/** Owns uploaded files and their rows. What is in a file, and what becomes of it, its kind says (`importKind`). */
@Module({
  controllers: [ImportsController],
  providers: [ImportsService, ImportsRepository, ImportLinesRepository, ImportFiles],
  exports: [ImportsService],
})
export class ImportsModule {}

// For the worker: reads, judges and takes over.
@Module({
  providers: [
    ImportReader,
    ImportChecker,
    ImportCommitter,
    ImportsTidy,
    ImportSteps,
    ImportErrorFile,
    ImportFiles,
    ImportWorks,
    ImportsRepository,
    ImportLinesRepository,
  ],
  exports: [ImportLinesRepository],
})
export class ImportsWorkerModule {}
