import { ApprovalsModule } from '#chain/approvals';
import { MembersModule } from '#membership/members';
import { SettingsModule } from '#chain/settings';
import { TendersModule } from '#chain/tenders';
import { Module } from '@nestjs/common';
import { CardActsController } from './card-acts.controller.js';
import { CardChargesRepository } from './card-charges.repository.js';
import { CardCharges } from './card-charges.service.js';
import { CardIssues } from './card-issues.service.js';
import { CardLosses } from './card-losses.service.js';
import { CardPages } from './card-pages.service.js';
import { CardRangesController } from './card-ranges.controller.js';
import { CardRanges } from './card-ranges.service.js';
import { CardStockController } from './card-stock.controller.js';
import { CardStockRepository } from './card-stock.repository.js';
import { CardStock } from './card-stock.service.js';
import { CardValidity } from './card-validity.service.js';
import { CardsController } from './cards.controller.js';
import { CardsRepository } from './cards.repository.js';
import { CardsService } from './cards.service.js';
import { FamilyCardsController } from './family-cards.controller.js';
import { FamilyCardsRepository } from './family-cards.repository.js';
import { FamilyCards } from './family-cards.service.js';
import { OwnerConsents } from './owner-consents.service.js';
import { VirtualCards } from './virtual-cards.service.js';

/** Owns card numbers, their ranges, stock and statuses. A card only points to a wallet: it holds no value. */
@Module({
  imports: [MembersModule, SettingsModule, ApprovalsModule, TendersModule],
  controllers: [
    CardsController,
    CardActsController,
    FamilyCardsController,
    CardRangesController,
    CardStockController,
  ],
  providers: [
    CardsService,
    CardIssues,
    CardCharges,
    CardLosses,
    CardValidity,
    CardPages,
    CardRanges,
    CardStock,
    VirtualCards,
    OwnerConsents,
    FamilyCards,
    FamilyCardsRepository,
    CardsRepository,
    CardChargesRepository,
    CardStockRepository,
  ],
  exports: [
    CardsService,
    CardIssues,
    CardsRepository,
    OwnerConsents,
    FamilyCards,
    FamilyCardsRepository,
  ],
})
export class CardsModule {}
