import type { BookCheck } from '#ledger';

export const STORE_CHECKS: readonly BookCheck[] = [
  {
    // Money that names neither a till nor the safe can be counted by nobody.
    name: 'money.place',
    sql: `SELECT 'entry ' || e.id || ' of store ' || p.store_id AS subject, p.house || ' ' || p.amount AS "left",
                 coalesce('till ' || e.till_id || coalesce(' of store ' || t.store_id, ''), 'no till') AS "right"
            FROM ledger.posting p JOIN ledger.entry e ON e.id = p.entry_id LEFT JOIN till t ON t.id = e.till_id
           WHERE p.house LIKE 'tender:%' AND (e.till_id IS NULL OR t.store_id <> p.store_id) OR p.house LIKE 'safe:%' AND e.till_id IS NOT NULL`,
  },
];
