import type { Manifest } from '#kernel';
import * as receiptCounter from './receipt-counter.entity.js';

export const receiptsManifest: Manifest = { entities: [receiptCounter] };
