import { CardsModule } from '#membership/cards';
import { ApprovalsModule } from '#chain/approvals';
import { MembersModule } from '#membership/members';
import { Module } from '@nestjs/common';
import { ErasingService } from './erasing.service.js';
import { MergeConsents } from './merge-consents.service.js';
import { MergePreviewService } from './merge-preview.service.js';
import { MergeRepository } from './merge.repository.js';
import { MergingController } from './merging.controller.js';
import { MergingService } from './merging.service.js';

/** How a record ends: merged into another of the same person, or erased on request. */
@Module({
  imports: [ApprovalsModule, MembersModule, CardsModule],
  controllers: [MergingController],
  providers: [MergingService, MergePreviewService, MergeConsents, MergeRepository, ErasingService],
  exports: [MergingService],
})
export class MergingModule {}
