import { ApprovalsModule } from '#chain/approvals';
import { LevelsModule } from '#membership/levels';
import { Module } from '@nestjs/common';
import { Duplicates } from './duplicates.service.js';
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
import { MemberTagsRepository } from './member-tags.repository.js';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';
import { MemberPins } from './member-pins.service.js';
import { PinThrottle } from './pin.throttle.js';
import { PinsController } from './pins.controller.js';
import { PinsService } from './pins.service.js';
import { ProofsService } from './proofs.service.js';
import { MemberRefolding } from './search-keys/member-refolding.js';
import { SeenLately } from './search-keys/seen-lately.js';

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
    Duplicates,
    MembersService,
    MembersRepository,
    MemberRecordRepository,
    MemberFieldsRepository,
    MemberTagsRepository,
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
    Duplicates,
    MembersService,
    MembersRepository,
    MemberRecordRepository,
    MemberFieldsRepository,
    MemberTagsRepository,
    PinsService,
    ProofsService,
    LevelChanges,
  ],
})
export class MembersModule {}

/** For the worker: who was here lately is found first; search keys follow their rule. */
@Module({ providers: [SeenLately, MemberRefolding] })
export class MembersWorkerModule {}
