import { CardsModule } from '#membership/cards';
import { MembersModule } from '#membership/members';
import { SettingsModule } from '#chain/settings';
import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { LookupThrottle } from './lookup.throttle.js';
import { MemberFinder } from './member-finder.repository.js';
import { MemberListService } from './member-list.service.js';
import { MemberLookupService } from './member-lookup.service.js';
import { MemberSearchController } from './member-search.controller.js';
import { NumberGuessInterceptor } from './number-guess.interceptor.js';
import { PhoneSearchRecords } from './phone-search.records.js';

/** Finds members: by what is typed or scanned at the desk, and in the list. Numbers can't be tried out. Owns no table. */
@Module({
  imports: [MembersModule, CardsModule, SettingsModule],
  controllers: [MemberSearchController],
  providers: [
    MemberLookupService,
    MemberFinder,
    MemberListService,
    LookupThrottle,
    PhoneSearchRecords,
    { provide: APP_INTERCEPTOR, useClass: NumberGuessInterceptor },
  ],
})
export class MemberSearchModule {}
