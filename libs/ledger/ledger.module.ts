import { Global, Module } from '@nestjs/common';
import { Ledger } from './ledger.service.js';

/** Owns accounts, entries, postings and lots. Knows no capability; nothing else writes its tables. */
@Global()
@Module({ providers: [Ledger], exports: [Ledger] })
export class LedgerModule {}
