import { CardsModule } from '#membership/cards';
import { MembersModule } from '#membership/members';
import { WalletsModule } from '#value/wallets';
import { Module } from '@nestjs/common';
import { MemberChangesController } from './member-changes.controller.js';
import { MemberPageController } from './member-page.controller.js';
import { MemberPageService } from './member-page.service.js';

/** A member whole: record, cards and wallets together, and what was changed of them. Owns no table. */
@Module({
  imports: [MembersModule, CardsModule, WalletsModule],
  controllers: [MemberPageController, MemberChangesController],
  providers: [MemberPageService],
})
export class MemberPageModule {}
