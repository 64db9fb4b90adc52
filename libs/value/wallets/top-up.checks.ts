import { type BookCheck, MOVED_BY_ENTRY } from '#ledger';

const givenAndMoved = (of: { table: string; column: string; kind: string }): string => `
  SELECT coalesce(d.subject, 'entry ' || m.entry_id) AS subject, coalesce(d.account || ' ' || d.amount, 'nothing') AS "left",
         coalesce(m.account || ' ' || m.amount, 'nothing') AS "right"
    FROM (SELECT t.entry_id, 'slip ' || t.receipt_no AS subject, (g -> 'account' ->> 'kind') || ' ' || (g -> 'account' ->> 'unit') AS account,
                 (g ->> 'amount')::bigint AS amount
            FROM ${of.table} t, jsonb_array_elements(t.${of.column}) g WHERE jsonb_typeof(g -> 'account') = 'object') d
    FULL JOIN (SELECT e.id AS entry_id, a.kind || ' ' || a.unit AS account, abs(sum(p.amount)) AS amount
                 FROM ledger.entry e JOIN ledger.posting p ON p.entry_id = e.id JOIN ledger.account a ON a.id = p.account_id
                WHERE e.kind = '${of.kind}' AND a.kind NOT IN ('principal', 'bonus', 'points') GROUP BY 1, 2) m
         ON m.entry_id = d.entry_id AND m.account = d.account
   WHERE d.amount IS DISTINCT FROM m.amount`;

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
    // Beside bonus and points: each account in which something given is kept.
    name: 'document.top_up_gave',
    sql: givenAndMoved({ table: 'top_up', column: 'gave', kind: 'top_up' }),
  },
  {
    name: 'document.top_up_took',
    sql: givenAndMoved({ table: 'top_up_reversal', column: 'took', kind: 'top_up_reversal' }),
  },
  {
    name: 'document.top_up_reversed',
    sql: `SELECT 'top-up ' || t.receipt_no AS subject, coalesce('taken back by ' || d.receipt_no, 'stands') AS "left",
                 coalesce('reversed by entry ' || r.entry_id, 'not reversed') AS "right"
            FROM top_up t LEFT JOIN top_up_reversal d ON d.top_up_id = t.id LEFT JOIN ledger.reversal r ON r.reversed_entry_id = t.entry_id
           WHERE d.entry_id IS DISTINCT FROM r.entry_id`,
  },
];
