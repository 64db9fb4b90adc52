import { TendersModule } from '#chain/tenders';
import { Module } from '@nestjs/common';
import { CardsModule } from '#membership/cards';
import { MembersModule } from '#membership/members';
import { WalletsModule } from '#value/wallets';
import { CardJoiningService } from './card-joining.service.js';
import { JoiningController } from './joining.controller.js';
import { JoiningService } from './joining.service.js';

// An act of the counter: record, card and first top-up, all of it or nothing. Owns no table.
@Module({
  imports: [MembersModule, CardsModule, TendersModule, WalletsModule],
  controllers: [JoiningController],
  providers: [JoiningService, CardJoiningService],
})
export class JoiningModule {}
