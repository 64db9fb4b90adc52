import { Module } from '@nestjs/common';
import { ApprovalsModule } from '#chain/approvals';
import { LedgerModule } from '#ledger';
import { DocumentsModule } from '#membership/documents';
import { MembersModule } from '#membership/members';
import { PointsModule } from '#value/points';
import { SettingsModule } from '#chain/settings';
import { CheckoutRepository } from './checkout/checkout.repository.js';
import { CheckoutService } from './checkout/checkout.service.js';
import { OpenSaleController } from './open-sale.controller.js';
import { SaleVoids } from './voids/sale-voids.service.js';
import { ReturnableSales } from './returnable-sales.js';
import { SalesController } from './sales.controller.js';
import { SalesRepository } from './sales.repository.js';
import { SalesService } from './sales.service.js';

// Owns sales with their lines and tenders. Prices come from the catalogue, amounts from the pure rules of pricing;
// balances, stock and points are moved by the ledger, in the same transaction as the sale.
@Module({
  imports: [
    ApprovalsModule,
    LedgerModule,
    DocumentsModule,
    MembersModule,
    PointsModule,
    SettingsModule,
  ],
  controllers: [SalesController, OpenSaleController],
  providers: [
    CheckoutService,
    CheckoutRepository,
    SalesService,
    SaleVoids,
    SalesRepository,
    ReturnableSales,
  ],
  exports: [ReturnableSales],
})
export class SalesModule {}
