import { defineDocument } from '#membership/documents';
import { SALE_CHECKS } from './sale.checks.js';
import { SALE_TIMELINE } from './sale.timeline.js';
import { SALE_NOTICES } from './sale.notices.js';

/** 消费, and its void. */
export const saleDocument = defineDocument({
  kind: 'sale',
  tables: ['sale'],
  // A sale uses up what the wallet paid and did not come back, at its part of the list price.
  entries: [
    {
      kind: 'sale',
      wallet: 'spends',
      listPrice: `SELECT s.entry_id, round(s.list_cents::numeric
                  * (s.principal_cents + s.bonus_cents - s.returned_principal_cents - s.returned_bonus_cents) / s.due_cents)::bigint AS list_cents
                  FROM sale s WHERE s.due_cents > 0`,
    },
    { kind: 'void', wallet: 'other' },
  ],
  checks: SALE_CHECKS,
  timeline: SALE_TIMELINE,
  notices: SALE_NOTICES,
});
