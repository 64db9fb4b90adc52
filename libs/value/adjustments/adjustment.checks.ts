import type { BookCheck } from '#ledger';

export const ADJUSTMENT_CHECKS: readonly BookCheck[] = [
  /** Everything given or taken by hand has its entry with the same amount, and back. */
  {
    name: 'document.adjustment',
    sql: `SELECT coalesce('adjustment ' || d.receipt_no, 'entry ' || m.entry_id) AS subject,
               coalesce(d.kind || ' ' || d.amount, 'no document') AS "left",
               coalesce(format('entry %s: %s %s', m.entry_id, m.kind, m.amount), 'no entry') AS "right"
          FROM adjustment d
          FULL JOIN (SELECT e.id AS entry_id, max(a.kind) AS kind, count(DISTINCT a.kind) AS kinds, coalesce(-sum(p.amount) FILTER (WHERE a.id IS NOT NULL), 0) AS amount
                       FROM ledger.entry e LEFT JOIN ledger.posting p ON p.entry_id = e.id LEFT JOIN ledger.account a ON a.id = p.account_id
                      WHERE e.kind = 'value_adjustment' GROUP BY e.id) m ON m.entry_id = d.entry_id
         WHERE d.id IS NULL OR m.entry_id IS NULL OR m.kinds <> 1 OR d.kind <> m.kind OR d.amount <> m.amount`,
  },
];
