import { type BookCheck, IS_MONEY } from '#ledger';

export const CARD_CHECKS: readonly BookCheck[] = [
  /** Every deposit and fee has its entry with the same amounts, and back. */
  {
    name: 'document.card_charge',
    sql: `SELECT coalesce('card charge ' || d.receipt_no, 'entry ' || m.entry_id) AS subject,
               coalesce(format('document: deposit %s fee %s', d.deposit_cents, d.fee_cents), 'no document') AS "left",
               coalesce(format('entry %s: deposit %s fee %s money %s', m.entry_id, m.deposit, m.fee, m.money), 'no entry') AS "right"
          FROM card_charge d
          FULL JOIN (SELECT e.id AS entry_id, coalesce(-sum(p.amount) FILTER (WHERE p.house = 'card_deposits'), 0) AS deposit,
                            coalesce(-sum(p.amount) FILTER (WHERE p.house = 'card_fees'), 0) AS fee,
                            coalesce(sum(p.amount) FILTER (WHERE ${IS_MONEY}), 0) AS money
                       FROM ledger.entry e LEFT JOIN ledger.posting p ON p.entry_id = e.id
                      WHERE e.kind IN ('card_issue', 'card_replacement') GROUP BY e.id) m ON m.entry_id = d.entry_id
         WHERE d.id IS NULL OR m.entry_id IS NULL OR d.deposit_cents <> m.deposit OR d.fee_cents <> m.fee
            OR d.deposit_cents + d.fee_cents <> m.money`,
  },
  /** What a store owes for deposits is what the cards in use carry; a replaced card has handed its deposit on. */
  {
    name: 'card.deposits',
    sql: `SELECT 'card deposits of store ' || coalesce(c.store_id, p.store_id) AS subject, 'cards in use: ' || coalesce(c.cents, 0) AS "left",
               'books: ' || coalesce(p.cents, 0) AS "right"
          FROM (SELECT coalesce(deposit_store_id, store_id) AS store_id, sum(deposit_cents) AS cents
                  FROM card WHERE status IN ('active', 'lost') GROUP BY 1) c
          FULL JOIN (SELECT store_id, -sum(amount) AS cents FROM ledger.posting WHERE house = 'card_deposits' GROUP BY store_id) p
            ON p.store_id = c.store_id
         WHERE coalesce(c.cents, 0) <> coalesce(p.cents, 0)`,
  },
];
