import { ApprovalsModule } from '#chain/approvals';
import { CardsModule } from '#membership/cards';
import { DocumentsModule } from '#membership/documents';
import { MembersModule } from '#membership/members';
import { SettingsModule } from '#chain/settings';
import { WalletsModule } from '#value/wallets';
import { TendersModule } from '#chain/tenders';
import { Module } from '@nestjs/common';
import { ClosingsService } from './closings.service.js';
import { PayoutDesk } from './payout-desk.js';
import { PayoutDocuments } from './payout-documents.js';
import { PayoutProofs } from './payout-proofs.service.js';
import { PayoutReversals } from './payout-reversals.service.js';
import { PayoutsController } from './payouts.controller.js';
import { PayoutsRepository } from './payouts.repository.js';
import { PayoutsService } from './payouts.service.js';
import { RefundsService } from './refunds.service.js';
import { TransfersService } from './transfers.service.js';
import { WalletHistoryRepository } from './wallet-history.repository.js';
import { WalletSettlement } from './wallet-settlement.js';
import { WithdrawalsService } from './withdrawals.service.js';

/** Owns what leaves a wallet otherwise than by spending: withdrawals, transfers, refunds, closings. What moves, the ledger moves. */
@Module({
  imports: [
    ApprovalsModule,
    CardsModule,
    DocumentsModule,
    MembersModule,
    SettingsModule,
    TendersModule,
    WalletsModule,
  ],
  controllers: [PayoutsController],
  providers: [
    PayoutsService,
    WithdrawalsService,
    TransfersService,
    RefundsService,
    ClosingsService,
    PayoutReversals,
    WalletSettlement,
    PayoutDesk,
    PayoutProofs,
    PayoutDocuments,
    PayoutsRepository,
    WalletHistoryRepository,
  ],
  exports: [WithdrawalsService, TransfersService, RefundsService],
})
export class PayoutsModule {}
