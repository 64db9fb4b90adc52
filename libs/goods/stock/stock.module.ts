import { Module } from '@nestjs/common';
import { LedgerModule } from '#ledger';
import { StockController } from './stock.controller.js';
import { StockRepository } from './stock.repository.js';
import { StockService } from './stock.service.js';

// Owns stock documents and shows what is on hand. Quantities change only through the ledger: here by documents,
// elsewhere by sales.
@Module({
  imports: [LedgerModule],
  controllers: [StockController],
  providers: [StockService, StockRepository],
})
export class StockModule {}
