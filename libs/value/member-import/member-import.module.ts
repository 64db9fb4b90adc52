import { ImportsModule, ImportsWorkerModule } from '#chain/imports';
import { SettingsModule } from '#chain/settings';
import { LevelsModule } from '#membership/levels';
import { PointsModule } from '#value/points';
import { Module } from '@nestjs/common';
import { ImportIntake } from './import-intake.js';
import { ImportJudging } from './import-judging.js';
import { ImportKnowing } from './import-knowing.js';
import { ImportReferrers } from './import-referrers.js';
import { MemberImportController } from './member-import.controller.js';
import { MemberImportService } from './member-import.service.js';
import { MemberImportWork } from './member-import.work.js';
import { MemberRowsRepository } from './member-rows.repository.js';
import { TakenPhones } from './taken-phones.js';

/** Owns the document of each member taken over from a file. Never changes a member that is there. */
@Module({
  imports: [ImportsModule, LevelsModule],
  controllers: [MemberImportController],
  providers: [MemberImportService],
  exports: [MemberImportService],
})
export class MemberImportModule {}

/** For the worker: judges rows of members and takes them over. */
@Module({
  imports: [ImportsWorkerModule, SettingsModule, PointsModule],
  providers: [
    MemberImportWork,
    ImportJudging,
    ImportKnowing,
    ImportIntake,
    ImportReferrers,
    TakenPhones,
    MemberRowsRepository,
  ],
})
export class MemberImportWorkerModule {}
