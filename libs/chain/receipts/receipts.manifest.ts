import { chainSettings } from '#chain/settings';
import { RECEIPT_SETTINGS } from './receipt.settings.js';
import type { Manifest } from '#kernel';
import * as receiptCounter from './receipt-counter.entity.js';

export const receiptsManifest: Manifest = {
  entities: [receiptCounter],
  declares: [chainSettings(RECEIPT_SETTINGS)],
};
