import { CardsModule } from '#cards';
import { MembersModule } from '#members';
import { SettingsModule } from '#settings';
import { WalletsModule } from '#wallets';
import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ActivityRepository } from './activity.repository.js';
import { CardDeskController } from './card-desk.controller.js';
import { CardDeskService } from './card-desk.service.js';
import { JoiningService } from './joining.service.js';
import { MemberRefolding } from './member-refolding.js';
import './number-collisions.report.js';
import { NumberGuessInterceptor } from './number-guess.interceptor.js';
import { PhoneSearchRecords } from './phone-search.records.js';
import { SeenLately } from './seen-lately.js';
import { LookupThrottle } from './lookup.throttle.js';
import { MemberDeskController } from './member-desk.controller.js';
import { MemberDeskService } from './member-desk.service.js';
import { MemberFinder } from './member-finder.repository.js';
import { MemberChangesController } from './member-changes.controller.js';
import './member-list.report.js';
import { MemberListService } from './member-list.service.js';
import { MemberLookupService } from './member-lookup.service.js';
import { OpenSaleController } from './open-sale.controller.js';

/** Composes members, cards and wallets into what the desk does: find, join, show a member whole. Owns no table. */
@Module({
  imports: [MembersModule, CardsModule, WalletsModule, SettingsModule],
  controllers: [
    MemberDeskController,
    CardDeskController,
    OpenSaleController,
    MemberChangesController,
  ],
  providers: [
    MemberDeskService,
    MemberLookupService,
    JoiningService,
    CardDeskService,
    ActivityRepository,
    MemberFinder,
    MemberListService,
    LookupThrottle,
    PhoneSearchRecords,
    { provide: APP_INTERCEPTOR, useClass: NumberGuessInterceptor },
  ],
})
export class MemberDeskModule {}

/** For the worker: who was here lately is found first; search keys follow their rule. */
@Module({ providers: [SeenLately, MemberRefolding] })
export class MemberDeskWorkerModule {}
