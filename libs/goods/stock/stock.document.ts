import { defineDocument } from '#membership/documents';
import { STOCK_CHECKS } from './stock.checks.js';

/** 入库: goods come onto the shelf. */
export const stockDocument = defineDocument({
  kind: 'stock_document',
  tables: ['stock_document'],
  // Goods only.
  entries: [{ kind: 'stock_opening', wallet: 'other' }],
  checks: STOCK_CHECKS,
  timeline: 'goods come from no member',
  notices: 'goods come from no member',
});
