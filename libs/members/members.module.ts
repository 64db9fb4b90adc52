import { ApprovalsModule } from '#approvals';
import { LevelsModule } from '#levels';
import { Module } from '@nestjs/common';
import { LevelChanges } from './level-changes.service.js';
import { LevelChangesController } from './level-changes.controller.js';
import { MemberContactsService } from './member-contacts.service.js';
import { MemberFieldsRepository } from './member-fields.repository.js';
import { MemberIdentitiesService } from './member-identities.service.js';
import { MemberPhotosService } from './member-photos.service.js';
import { MemberRecordController } from './member-record.controller.js';
import { MemberRecordRepository } from './member-record.repository.js';
import { MemberSetupController } from './member-setup.controller.js';
import { MemberSetupService } from './member-setup.service.js';
import { MemberStaffService } from './member-staff.service.js';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';
import { MemberPins } from './member-pins.service.js';
import { PinThrottle } from './pin.throttle.js';
import { PinsController } from './pins.controller.js';
import { PinsService } from './pins.service.js';
import { ProofsService } from './proofs.service.js';

/** Owns who a member is, how they are found, their PIN and consent. Never moves value. */
@Module({
  imports: [ApprovalsModule, LevelsModule],
  controllers: [
    MemberRecordController,
    MemberSetupController,
    MembersController,
    LevelChangesController,
    PinsController,
  ],
  providers: [
    MembersService,
    MembersRepository,
    MemberRecordRepository,
    MemberFieldsRepository,
    MemberSetupService,
    MemberPhotosService,
    MemberContactsService,
    MemberIdentitiesService,
    PinThrottle,
    PinsService,
    ProofsService,
    MemberPins,
    MemberStaffService,
    LevelChanges,
  ],
  exports: [
    MembersService,
    MembersRepository,
    MemberRecordRepository,
    MemberFieldsRepository,
    PinsService,
    ProofsService,
    LevelChanges,
  ],
})
export class MembersModule {}
