import { Module } from '@nestjs/common';
import { ApprovalsModule } from '#approvals';
import { LedgerModule } from '#ledger';
import { MembersModule } from '#members';
import { PointsModule } from '#points';
import { SettingsModule } from '#settings';
import './sale.entity.js';
import './sale.kinds.js';
import { CheckoutRepository } from './checkout.repository.js';
import { CheckoutService } from './checkout.service.js';
import { SaleVoids } from './sale-voids.service.js';
import { SalesController } from './sales.controller.js';
import { SalesRepository } from './sales.repository.js';
import { SalesService } from './sales.service.js';

// Owns sales with their lines and tenders. Prices come from the catalogue, amounts from the pure rules of pricing;
// balances, stock and points are moved by the ledger, in the same transaction as the sale.
@Module({
  imports: [ApprovalsModule, LedgerModule, MembersModule, PointsModule, SettingsModule],
  controllers: [SalesController],
  providers: [CheckoutService, CheckoutRepository, SalesService, SaleVoids, SalesRepository],
})
export class SalesModule {}
