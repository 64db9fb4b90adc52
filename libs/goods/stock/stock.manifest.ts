import { chainSettings } from '#chain/settings';
import { STOCK_SETTINGS } from './stock.settings.js';
import type { Manifest } from '#kernel';
import { bookChecks, entryKinds } from '#ledger';
import { STOCK_CHECKS } from './stock.checks.js';
import { STOCK_KINDS } from './stock.kinds.js';
import { StockModule } from './stock.module.js';
import * as stockEntities from './stock.entity.js';

export const stockManifest: Manifest = {
  entities: [stockEntities],
  api: StockModule,
  declares: [
    chainSettings(STOCK_SETTINGS),
    entryKinds(...STOCK_KINDS),
    bookChecks(...STOCK_CHECKS),
  ],
};
