import { Module } from '@nestjs/common';
import { ApprovalsModule } from '#chain/approvals';
import { LedgerModule } from '#ledger';
import { MembersModule } from '#membership/members';
import { SalesModule } from '#counter/sales';
import { ReturnPapers } from './return-papers.service.js';
import { ReturnsController, ReturnSlipsController } from './returns.controller.js';
import { ReturnsRepository } from './returns.repository.js';
import { ReturnsService } from './returns.service.js';

// Owns returns with their lines and tenders. What is left of a sale stands with the sale; value, goods and points are moved
// by the ledger, in the same transaction.
@Module({
  imports: [ApprovalsModule, LedgerModule, MembersModule, SalesModule],
  controllers: [ReturnsController, ReturnSlipsController],
  providers: [ReturnsService, ReturnPapers, ReturnsRepository],
})
export class ReturnsModule {}
