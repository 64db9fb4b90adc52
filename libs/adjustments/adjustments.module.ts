import { ApprovalsModule } from '#approvals';
import { MembersModule } from '#members';
import { PointsModule } from '#points';
import { SettingsModule } from '#settings';
import { WalletsModule } from '#wallets';
import { Module } from '@nestjs/common';
import './adjustment.checks.js';
import './adjustment.kinds.js';
import './adjustment.entity.js';
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
