import { ApprovalsModule } from '#chain/approvals';
import { MembersModule } from '#membership/members';
import { PointsModule } from '#value/points';
import { SettingsModule } from '#chain/settings';
import { WalletsModule } from '#value/wallets';
import { Module } from '@nestjs/common';
import { AdjustmentsController } from './adjustments.controller.js';
import { AdjustmentsRepository } from './adjustments.repository.js';
import { AdjustmentPoster } from './adjustment-poster.js';
import { AdjustmentsService } from './adjustments.service.js';

/** Owns what is given or taken by hand: principal, bonus, points. A wrong one is corrected by another. */
@Module({
  imports: [ApprovalsModule, MembersModule, PointsModule, SettingsModule, WalletsModule],
  controllers: [AdjustmentsController],
  providers: [AdjustmentsService, AdjustmentPoster, AdjustmentsRepository],
  exports: [AdjustmentsService],
})
export class AdjustmentsModule {}
