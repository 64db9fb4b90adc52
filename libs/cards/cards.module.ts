import { MembersModule } from '#members';
import { SettingsModule } from '#settings';
import { Module } from '@nestjs/common';
import { CardsController } from './cards.controller.js';
import { CardsRepository } from './cards.repository.js';
import { CardsService } from './cards.service.js';

/** Owns card numbers, their ranges and statuses. A card only points to a wallet: it holds no value. */
@Module({
  imports: [MembersModule, SettingsModule],
  controllers: [CardsController],
  providers: [CardsService, CardsRepository],
  exports: [CardsService, CardsRepository],
})
export class CardsModule {}
