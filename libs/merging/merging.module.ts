import { CardsModule } from '#cards';
import { ApprovalsModule } from '#approvals';
import { MembersModule } from '#members';
import { WalletsModule } from '#wallets';
import { Module } from '@nestjs/common';
import { ErasingRepository } from './erasing.repository.js';
import { ErasingService } from './erasing.service.js';
import './merge.checks.js';
import './merge.kinds.js';
import './merge.entity.js';
import { MergeConsents } from './merge-consents.service.js';
import { MergePreviewService } from './merge-preview.service.js';
import { MergeRepository } from './merge.repository.js';
import { MergingController } from './merging.controller.js';
import { MergingService } from './merging.service.js';

/** How a record ends: merged into another of the same person, or erased on request. */
@Module({
  imports: [ApprovalsModule, MembersModule, CardsModule, WalletsModule],
  controllers: [MergingController],
  providers: [
    MergingService,
    MergePreviewService,
    MergeConsents,
    MergeRepository,
    ErasingService,
    ErasingRepository,
  ],
  exports: [MergingService],
})
export class MergingModule {}
