import { chainSettings } from '#chain/settings';
import { QUICK_SALE_SETTINGS } from './quick-sale.settings.js';
import { saleLines } from '#goods/lines';
import type { Manifest } from '#kernel';
import { quickLine } from './quick.line.js';

export const quickSaleManifest: Manifest = {
  declares: [chainSettings(QUICK_SALE_SETTINGS), saleLines(quickLine)],
};
