import type { Manifest } from '#kernel';
import { ENTRIES_OF_MEMBERS } from './ledger.member-part.js';
import { LedgerModule } from './ledger.module.js';
import * as ledgerEntities from './ledger.entity.js';

export const ledgerManifest: Manifest = {
  entities: [ledgerEntities],
  api: LedgerModule,
  worker: LedgerModule,
  declares: [ENTRIES_OF_MEMBERS],
};
