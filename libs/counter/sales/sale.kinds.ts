import type { EntryKind } from '#ledger';

// A sale uses up what the wallet paid and did not come back, at its part of the list price.
export const SALE_KINDS: readonly EntryKind[] = [
  {
    kind: 'sale',
    wallet: 'spends',
    listPrice: `SELECT s.entry_id, round(s.list_cents::numeric
                  * (s.principal_cents + s.bonus_cents - s.returned_principal_cents - s.returned_bonus_cents) / s.due_cents)::bigint AS list_cents
                  FROM sale s WHERE s.due_cents > 0`,
  },
  { kind: 'void', wallet: 'other' },
];
