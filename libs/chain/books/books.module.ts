import { Module } from '@nestjs/common';
import { BooksController } from './books.controller.js';
import { BooksService } from './books.service.js';
import { NightlySettlement } from './nightly-settlement.js';
import { NightlyVerification } from './nightly-verification.js';

// For the API: runs of verify books and what they found. The checks are the ledger's and the capabilities' own.
@Module({ controllers: [BooksController], providers: [BooksService] })
export class BooksModule {}

// For the worker: the nightly run, and what is due is settled without waiting for the next act.
@Module({
  providers: [BooksService, NightlyVerification, NightlySettlement],
  exports: [NightlyVerification],
})
export class BooksWorkerModule {}
