import { type BookCheck, IS_MONEY } from '#ledger';

/** What an entry took out of accounts of members; a transfer's receiver counts against it, so that a move without bonus is zero. */
const MOVED = `SELECT e.id AS entry_id, e.kind,
       coalesce(sum(p.amount) FILTER (WHERE a.kind = 'principal'), 0) AS principal,
       coalesce(sum(p.amount) FILTER (WHERE a.kind = 'bonus'), 0) AS bonus,
       coalesce(sum(p.amount) FILTER (WHERE a.kind = 'points'), 0) AS points,
       coalesce(-sum(p.amount) FILTER (WHERE ${IS_MONEY}), 0) AS money,
       coalesce(sum(p.amount) FILTER (WHERE p.house = 'card_deposits'), 0) AS deposit
  FROM ledger.entry e LEFT JOIN ledger.posting p ON p.entry_id = e.id LEFT JOIN ledger.account a ON a.id = p.account_id
 WHERE e.kind IN ('withdrawal', 'wallet_transfer', 'wallet_refund', 'card_closing') GROUP BY e.id`;

// A debt that is paid in or waived in the same act counts against what leaves the wallet.
const WALLET_DEBT = `coalesce(r.principal_debt_cents, 0)`;
const PRINCIPAL = `CASE d.kind WHEN 'transfer' THEN 0 ELSE d.principal_cents + d.principal_kept_cents - ${WALLET_DEBT} END`;
const BONUS = `d.bonus_paid_cents + d.bonus_void_cents + d.held_void_cents - coalesce(r.bonus_debt_cents, 0)`;
const POINTS = `coalesce(r.gift_points_taken + r.points_forfeited - CASE WHEN r.points_debt_how IS NULL THEN 0 ELSE r.points_debt END, 0)`;
const MONEY = 'd.paid_cents + d.deposit_cents - d.received_cents';

export const PAYOUT_CHECKS: readonly BookCheck[] = [
  /** Every withdrawal, transfer, refund and closing has its entry with the same amounts, and back. */
  {
    name: 'document.payout',
    sql: `SELECT coalesce('payout ' || d.receipt_no, 'entry ' || m.entry_id) AS subject,
               coalesce(format('%s: principal %s bonus %s points %s money %s deposit %s', d.kind, ${PRINCIPAL}, ${BONUS}, ${POINTS}, ${MONEY}, d.deposit_cents), 'no document') AS "left",
               coalesce(format('entry %s: principal %s bonus %s points %s money %s deposit %s', m.entry_id, m.principal, m.bonus, m.points, m.money, m.deposit), 'no entry') AS "right"
          FROM payout d LEFT JOIN payout_refund r ON r.payout_id = d.id
          FULL JOIN (${MOVED}) m ON m.entry_id = d.entry_id
         WHERE d.id IS NULL OR m.entry_id IS NULL OR m.principal <> ${PRINCIPAL} OR m.bonus <> ${BONUS} OR m.points <> ${POINTS}
            OR m.money <> ${MONEY} OR m.deposit <> d.deposit_cents
            OR m.kind <> CASE d.kind WHEN 'withdrawal' THEN 'withdrawal' WHEN 'transfer' THEN 'wallet_transfer' WHEN 'refund' THEN 'wallet_refund' ELSE 'card_closing' END`,
  },
  {
    name: 'document.payout_reversal',
    sql: `SELECT 'payout ' || d.receipt_no AS subject, coalesce('reversal entry ' || d.reversal_entry_id, 'not reversed') AS "left",
               coalesce('reversed by entry ' || r.entry_id, 'not reversed') AS "right"
          FROM payout d LEFT JOIN ledger.reversal r ON r.reversed_entry_id = d.entry_id
         WHERE d.reversal_entry_id IS DISTINCT FROM r.entry_id`,
  },
];
