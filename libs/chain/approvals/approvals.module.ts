import { SettingsModule } from '#chain/settings';
import { Module } from '@nestjs/common';
import { ApprovalRequests } from './approval-requests.service.js';
import { ApprovalsController } from './approvals.controller.js';
import { ApprovalsRepository } from './approvals.repository.js';
import { Approvals } from './approvals.service.js';
import { DayLimits } from './day-limits.service.js';
import { LateUndo } from './late-undo.service.js';
import { RequestViewsRepository } from './request-views.repository.js';
import { StaffPinController } from './staff-pin.controller.js';
import { StaffPinsRepository } from './staff-pins.repository.js';
import { StaffPins } from './staff-pins.service.js';

/** Owns the second person: staff PINs, requests and what was done on them. Moves nothing itself. */
@Module({
  imports: [SettingsModule],
  controllers: [ApprovalsController, StaffPinController],
  providers: [
    Approvals,
    ApprovalRequests,
    ApprovalsRepository,
    DayLimits,
    LateUndo,
    RequestViewsRepository,
    StaffPins,
    StaffPinsRepository,
  ],
  exports: [Approvals, LateUndo],
})
export class ApprovalsModule {}
