import { CardsModule } from '#cards';
import { LevelsModule } from '#levels';
import { MembersModule } from '#members';
import { PointsModule } from '#points';
import { SettingsModule } from '#settings';
import { Module } from '@nestjs/common';
import { TopUpDeskService } from './top-up-desk.service.js';
import { TopUpsService } from './top-ups.service.js';
import { WalletsController } from './wallets.controller.js';
import { WalletsRepository } from './wallets.repository.js';
import { WalletsService } from './wallets.service.js';

/** Owns stored value as members see it: balances, lots, top-ups and their rules. What moves, the ledger moves. */
@Module({
  imports: [LevelsModule, MembersModule, CardsModule, PointsModule, SettingsModule],
  controllers: [WalletsController],
  providers: [WalletsService, TopUpsService, TopUpDeskService, WalletsRepository],
  exports: [WalletsService, TopUpsService],
})
export class WalletsModule {}
