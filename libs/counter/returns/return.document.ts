import { defineDocument } from '#membership/documents';
import { RETURN_CHECKS } from './return.checks.js';
import { RETURN_TIMELINE } from './return.timeline.js';
import { returnNotice } from './return.notices.js';

/** 退货: what comes back of a sale. */
export const returnDocument = defineDocument({
  kind: 'sale_return',
  tables: ['sale_return'],
  // What comes back is no use of the wallet; what it takes off the use of its sale stands with the sale (sale.kinds.ts).
  entries: [{ kind: 'sale_return', wallet: 'other' }],
  checks: RETURN_CHECKS,
  timeline: RETURN_TIMELINE,
  notices: [returnNotice],
});
