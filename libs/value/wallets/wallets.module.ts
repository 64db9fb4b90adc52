import { ApprovalsModule } from '#chain/approvals';
import { CardsModule } from '#membership/cards';
import { LevelsModule } from '#membership/levels';
import { DocumentsModule } from '#membership/documents';
import { MembersModule } from '#membership/members';
import { PointsModule } from '#value/points';
import { SettingsModule } from '#chain/settings';
import { TendersModule } from '#chain/tenders';
import { Module } from '@nestjs/common';
import { PrepaidLimitsService } from './prepaid-limits.service.js';
import { StatementsController } from './statements.controller.js';
import { StatementsRepository } from './statements.repository.js';
import { StatementsService } from './statements.service.js';
import { TopUpDeskService } from './top-up-desk.service.js';
import { TopUpListRepository } from './top-up-list.repository.js';
import { TopUpListService } from './top-up-list.service.js';
import { TopUpReversalsRepository } from './top-up-reversals.repository.js';
import { TopUpReversalsService } from './top-up-reversals.service.js';
import { TopUpRulesController } from './top-up-rules.controller.js';
import { TopUpRulesRepository } from './top-up-rules.repository.js';
import { TopUpRulesService } from './top-up-rules.service.js';
import { TopUpsController } from './top-ups.controller.js';
import { TopUpsService } from './top-ups.service.js';
import { WalletsController } from './wallets.controller.js';
import { WalletsRepository } from './wallets.repository.js';
import { WalletsService } from './wallets.service.js';

/** Owns stored value as members see it: balances, lots, top-ups and their rules. What moves, the ledger moves. */
@Module({
  imports: [
    LevelsModule,
    DocumentsModule,
    MembersModule,
    CardsModule,
    PointsModule,
    SettingsModule,
    ApprovalsModule,
    TendersModule,
  ],
  controllers: [WalletsController, TopUpsController, TopUpRulesController, StatementsController],
  providers: [
    WalletsService,
    TopUpsService,
    TopUpDeskService,
    TopUpListService,
    TopUpReversalsService,
    TopUpRulesService,
    PrepaidLimitsService,
    WalletsRepository,
    TopUpListRepository,
    TopUpReversalsRepository,
    StatementsService,
    StatementsRepository,
    TopUpRulesRepository,
  ],
  exports: [WalletsService, TopUpsService, PrepaidLimitsService],
})
export class WalletsModule {}
