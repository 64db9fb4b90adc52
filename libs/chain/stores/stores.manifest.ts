import type { Manifest } from '#kernel';
import { bookChecks } from '#ledger';
import { STORE_CHECKS } from './store.checks.js';
import { StoresModule } from './stores.module.js';
import * as storeEntities from './store.entity.js';

export const storesManifest: Manifest = {
  entities: [storeEntities],
  api: StoresModule,
  declares: [bookChecks(...STORE_CHECKS)],
};
