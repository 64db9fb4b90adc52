import { chainSettings } from '#chain/settings';
import { STOCK_SETTINGS } from './stock.settings.js';
import type { Manifest } from '#kernel';
import { documents } from '#membership/documents';
import { stockDocument } from './stock.document.js';
import { StockModule } from './stock.module.js';
import * as stockEntities from './stock.entity.js';

export const stockManifest: Manifest = {
  entities: [stockEntities],
  api: StockModule,
  declares: [chainSettings(STOCK_SETTINGS), documents(stockDocument)],
};
