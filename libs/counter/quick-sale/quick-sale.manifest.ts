import { saleLines } from '#goods/lines';
import type { Manifest } from '#kernel';
import { quickLine } from './quick.line.js';

export const quickSaleManifest: Manifest = { declares: [saleLines(quickLine)] };
