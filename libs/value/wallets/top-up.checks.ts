import { type BookCheck, MOVED_BY_ENTRY } from '#ledger';

/** Every top-up, and what took it back, has its entry with the same amounts, and back. */
export const TOP_UP_CHECKS: readonly BookCheck[] = [
  {
    name: 'document.top_up',
    sql: `SELECT coalesce('top-up ' || d.receipt_no, 'entry ' || m.entry_id) AS subject,
                 coalesce(format('document: principal %s bonus %s points %s', d.principal_cents, d.bonus_cents, d.points), 'no document') AS "left",
                 coalesce(format('entry %s: principal %s bonus %s points %s', m.entry_id, -m.principal, -m.bonus, -m.points), 'no entry') AS "right"
            FROM top_up d FULL JOIN (${MOVED_BY_ENTRY} WHERE e.kind = 'top_up' GROUP BY e.id) m ON m.entry_id = d.entry_id
           WHERE d.id IS NULL OR m.entry_id IS NULL OR d.principal_cents <> -m.principal + d.bonus_debt_repaid_cents
              OR d.bonus_cents <> -m.bonus - d.bonus_debt_repaid_cents OR d.points <> -m.points OR d.principal_cents <> m.money`,
  },
  {
    name: 'document.top_up_reversal',
    sql: `SELECT coalesce('reversal of a top-up ' || d.receipt_no, 'entry ' || m.entry_id) AS subject,
                 coalesce(format('document: principal %s bonus %s points %s', d.principal_cents, d.bonus_cents, d.points), 'no document') AS "left",
                 coalesce(format('entry %s: principal %s bonus %s points %s money %s', m.entry_id, m.principal, m.bonus, m.points, m.money), 'no entry') AS "right"
            FROM (SELECT v.*, t.bonus_debt_repaid_cents AS repaid FROM top_up_reversal v JOIN top_up t ON t.id = v.top_up_id) d FULL JOIN (${MOVED_BY_ENTRY} WHERE e.kind = 'top_up_reversal' GROUP BY e.id) m ON m.entry_id = d.entry_id
           WHERE d.id IS NULL OR m.entry_id IS NULL OR d.principal_cents <> m.principal + d.repaid OR d.bonus_cents <> m.bonus - d.repaid
              OR d.points <> m.points OR d.principal_cents <> -m.money`,
  },
  {
    name: 'document.top_up_reversed',
    sql: `SELECT 'top-up ' || t.receipt_no AS subject, coalesce('taken back by ' || d.receipt_no, 'stands') AS "left",
                 coalesce('reversed by entry ' || r.entry_id, 'not reversed') AS "right"
            FROM top_up t LEFT JOIN top_up_reversal d ON d.top_up_id = t.id LEFT JOIN ledger.reversal r ON r.reversed_entry_id = t.entry_id
           WHERE d.entry_id IS DISTINCT FROM r.entry_id`,
  },
];
