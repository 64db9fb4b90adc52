import { Global, Module } from '@nestjs/common';
import { registerEntities } from '#kernel';
import { LEDGER_ENTITIES } from './ledger.entity.js';
import { Ledger } from './ledger.service.js';
import { NightlySettlement } from './nightly-settlement.js';

registerEntities(...LEDGER_ENTITIES);

/** Owns accounts, entries, postings and lots. Knows no capability; nothing else writes its tables. */
@Global()
@Module({ providers: [Ledger], exports: [Ledger] })
export class LedgerModule {}

// For the worker: what is due is settled without waiting for the next act.
@Module({ imports: [LedgerModule], providers: [NightlySettlement] })
export class LedgerWorkerModule {}
