import { LevelsModule } from '#levels';
import { registerPersonalData } from '#members';
import { PointsModule } from '#points';
import { SettingsModule } from '#settings';
import { Module } from '@nestjs/common';
import { ImportChecker } from './import-checker.js';
import { ImportCommitter } from './import-committer.js';
import './import.entity.js';
import './import.kinds.js';
import { ImportErrorFile } from './import-error-file.js';
import { ImportFiles } from './import-files.js';
import { ImportIntake } from './import-intake.js';
import { ImportJudging } from './import-judging.js';
import { ImportKnowing } from './import-knowing.js';
import { ImportLinesRepository } from './import-lines.repository.js';
import { ImportReader } from './import-reader.js';
import { ImportReferrers } from './import-referrers.js';
import { ImportSteps } from './import-steps.js';
import { ImportsController } from './imports.controller.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';
import { ImportsTidy } from './imports.tidy.js';

// The row of the file that a member was taken over from; the file itself is kept for a month.
registerPersonalData('imports', async (tx, memberIds) => {
  await tx.query(
    `DELETE FROM import_line l USING import_row r
      WHERE r.member_id = ANY ($1::bigint[]) AND l.import_id = r.import_id AND l.line_no = r.line_no`,
    [memberIds],
  );
});

/** Owns uploaded files of members, their rows and the document of each row taken over. Never changes a member that is there. */
@Module({
  imports: [LevelsModule, SettingsModule],
  controllers: [ImportsController],
  providers: [
    ImportsService,
    ImportsRepository,
    ImportLinesRepository,
    ImportFiles,
    ImportJudging,
    ImportKnowing,
  ],
})
export class ImportsModule {}

// For the worker: reads, judges and takes over.
@Module({
  imports: [SettingsModule, PointsModule],
  providers: [
    ImportReader,
    ImportChecker,
    ImportCommitter,
    ImportsTidy,
    ImportSteps,
    ImportIntake,
    ImportReferrers,
    ImportErrorFile,
    ImportFiles,
    ImportJudging,
    ImportKnowing,
    ImportsRepository,
    ImportLinesRepository,
  ],
})
export class ImportsWorkerModule {}
