import type { BookCheck } from './verify-books.js';

/** What must be true of the ledger's own tables. Each row found: subject, left, right. */
export const LEDGER_CHECKS: readonly BookCheck[] = [
  {
    name: 'entry.zero_sum',
    sql: `SELECT 'entry ' || entry_id || ' in ' || unit AS subject, sum(amount) || ' / value ' || sum(value_cents) AS "left", '0 / value 0' AS "right"
            FROM ledger.posting GROUP BY entry_id, unit HAVING sum(amount) <> 0 OR sum(value_cents) <> 0`,
  },
  {
    name: 'entry.postings_have_entry',
    sql: `SELECT 'posting ' || p.entry_id || '/' || p.seq AS subject, 'posted' AS "left", 'no entry' AS "right"
            FROM ledger.posting p WHERE NOT EXISTS (SELECT FROM ledger.entry e WHERE e.id = p.entry_id)`,
  },
  {
    name: 'entry.one_posting_per_account',
    sql: `SELECT 'entry ' || entry_id || ' account ' || account_id || ' ' || facet AS subject, count(*) || ' postings' AS "left", '1 posting' AS "right"
            FROM ledger.posting WHERE account_id IS NOT NULL GROUP BY entry_id, account_id, facet HAVING count(*) > 1`,
  },
  {
    name: 'account.equals_postings',
    sql: `SELECT 'account ' || coalesce(a.id, p.account_id) || ' ' || coalesce(a.kind || ' of ' || a.owner_id, 'missing') AS subject,
                 format('balance %s held %s debt %s value %s version %s', a.balance, a.held, a.debt, a.value_cents, a.version) AS "left",
                 format('balance %s held %s debt %s value %s version %s', coalesce(p.balance, 0) * a.normal, coalesce(p.held, 0) * a.normal,
                        coalesce(p.debt, 0) * -a.normal, coalesce(p.value_cents, 0) * a.normal, coalesce(p.version, 0)) AS "right"
            FROM ledger.account a
            FULL JOIN (SELECT account_id, sum(amount) FILTER (WHERE facet = 'balance') AS balance, sum(amount) FILTER (WHERE facet = 'held') AS held,
                              sum(amount) FILTER (WHERE facet = 'debt') AS debt, sum(value_cents) AS value_cents, max(version) AS version
                         FROM ledger.posting WHERE account_id IS NOT NULL GROUP BY account_id) p ON p.account_id = a.id
           WHERE a.id IS NULL OR a.balance <> coalesce(p.balance, 0) * a.normal OR a.held <> coalesce(p.held, 0) * a.normal
              OR a.debt <> coalesce(p.debt, 0) * -a.normal OR a.value_cents <> coalesce(p.value_cents, 0) * a.normal
              OR a.version <> coalesce(p.version, 0)`,
  },
  {
    name: 'account.running_balance',
    sql: `SELECT 'entry ' || r.entry_id || ' account ' || r.account_id || ' ' || r.facet AS subject, r.after_amount AS "left", r.running AS "right"
            FROM (SELECT p.entry_id, p.account_id, p.facet, p.after_amount,
                         sum(p.amount * CASE p.facet WHEN 'debt' THEN -a.normal ELSE a.normal END)
                           OVER (PARTITION BY p.account_id, p.facet ORDER BY p.version) AS running
                    FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id) r
           WHERE r.after_amount <> r.running`,
  },
  {
    name: 'account.version_gap',
    sql: `SELECT 'account ' || a.id AS subject, 'version ' || a.version AS "left", p.versions || ' versions' AS "right"
            FROM ledger.account a
            JOIN (SELECT account_id, count(DISTINCT version) AS versions FROM ledger.posting WHERE account_id IS NOT NULL GROUP BY account_id) p
              ON p.account_id = a.id
           WHERE a.version <> p.versions`,
  },
  {
    name: 'account.balance_and_debt',
    sql: `SELECT 'account ' || id || ' ' || kind || ' of ' || owner_id AS subject, 'balance ' || balance AS "left", 'debt ' || debt AS "right"
            FROM ledger.account WHERE (balance > 0 AND debt > 0) OR balance < floor OR held < 0 OR debt < 0`,
  },
  {
    name: 'lot.equals_account',
    sql: `SELECT 'account ' || a.id || ' ' || a.kind || ' of ' || a.owner_id AS subject, format('balance %s held %s', a.balance, a.held) AS "left",
                 format('open lots %s held lots %s', coalesce(l.open, 0), coalesce(l.held, 0)) AS "right"
            FROM ledger.account a
            LEFT JOIN (SELECT account_id, sum(remaining) FILTER (WHERE state <> 'held') AS open, sum(remaining) FILTER (WHERE state = 'held') AS held
                         FROM ledger.lot GROUP BY account_id) l ON l.account_id = a.id
           WHERE a.kind <> 'stock' AND (a.balance <> coalesce(l.open, 0) OR a.held <> coalesce(l.held, 0))`,
  },
  {
    name: 'lot.equals_moves',
    sql: `SELECT 'lot ' || coalesce(l.id, m.lot_id) AS subject,
                 format('remaining %s granted %s expired %s value %s', l.remaining, l.granted, l.expired, l.value_cents) AS "left",
                 format('remaining %s granted %s expired %s value %s', m.remaining, m.granted, m.expired, m.value_cents) AS "right"
            FROM ledger.lot l
            FULL JOIN (SELECT lot_id, sum(amount) AS remaining, coalesce(sum(amount) FILTER (WHERE kind = 'grant'), 0) AS granted,
                              coalesce(-sum(amount) FILTER (WHERE kind = 'expire'), 0) AS expired, sum(value_cents) AS value_cents
                         FROM ledger.lot_move GROUP BY lot_id) m ON m.lot_id = l.id
           WHERE l.id IS NULL OR m.lot_id IS NULL OR l.remaining <> m.remaining OR l.granted <> m.granted
              OR l.expired <> m.expired OR l.value_cents <> m.value_cents`,
  },
  {
    name: 'lot.moves_equal_postings',
    sql: `SELECT 'entry ' || coalesce(m.entry_id, p.entry_id) || ' account ' || coalesce(m.account_id, p.account_id) || ' ' || coalesce(m.facet, p.facet) AS subject,
                 'moves ' || coalesce(m.amount, 0) || ' value ' || coalesce(m.value_cents, 0) AS "left",
                 'postings ' || coalesce(p.amount, 0) || ' value ' || coalesce(p.value_cents, 0) AS "right"
            FROM (SELECT entry_id, account_id, facet, sum(amount) AS amount, sum(value_cents) AS value_cents
                    FROM ledger.lot_move GROUP BY entry_id, account_id, facet) m
            FULL JOIN (SELECT p.entry_id, p.account_id, p.facet, -sum(p.amount) AS amount, -sum(p.value_cents) AS value_cents
                         FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id
                        WHERE a.kind <> 'stock' AND p.facet <> 'debt' GROUP BY p.entry_id, p.account_id, p.facet) p
              ON p.entry_id = m.entry_id AND p.account_id = m.account_id AND p.facet = m.facet
           WHERE coalesce(m.amount, 0) <> coalesce(p.amount, 0) OR coalesce(m.value_cents, 0) <> coalesce(p.value_cents, 0)`,
  },
  {
    name: 'lot.successor',
    sql: `SELECT 'lot ' || s.id AS subject, 'account ' || s.account_id || ' from store ' || s.origin_store_id AS "left",
                 coalesce('account ' || p.account_id || ' from store ' || p.origin_store_id, 'no parent') AS "right"
            FROM ledger.lot s LEFT JOIN ledger.lot p ON p.id = s.parent_lot_id
           WHERE s.grace AND s.parent_lot_id IS NOT NULL AND (p.id IS NULL OR p.account_id <> s.account_id OR p.origin_store_id <> s.origin_store_id)`,
  },
  {
    name: 'house.equals_accounts',
    sql: `SELECT 'unit ' || coalesce(h.unit, a.unit) AS subject, format('house %s value %s', coalesce(h.amount, 0), coalesce(h.value_cents, 0)) AS "left",
                 format('accounts %s value %s', coalesce(a.amount, 0), coalesce(a.value_cents, 0)) AS "right"
            FROM (SELECT unit, sum(amount) AS amount, sum(value_cents) AS value_cents FROM ledger.posting WHERE house IS NOT NULL GROUP BY unit) h
            FULL JOIN (SELECT unit, -sum(normal * (balance + held - debt)) AS amount, -sum(normal * value_cents) AS value_cents
                         FROM ledger.account GROUP BY unit) a ON a.unit = h.unit
           WHERE coalesce(h.amount, 0) <> coalesce(a.amount, 0) OR coalesce(h.value_cents, 0) <> coalesce(a.value_cents, 0)`,
  },
  {
    name: 'stock.value',
    sql: `SELECT 'stock of store ' || owner_id || ' ' || unit AS subject, 'quantity ' || balance AS "left", 'value ' || value_cents AS "right"
            FROM ledger.account WHERE kind = 'stock' AND (balance = 0 AND value_cents <> 0 OR balance > 0 AND value_cents < 0)`,
  },
  {
    name: 'reversal.pairs',
    sql: `SELECT 'entry ' || coalesce(e.id, r.entry_id) AS subject, coalesce('reverses ' || e.reverses_entry_id, 'reverses nothing') AS "left",
                 coalesce('reversal of ' || r.reversed_entry_id, 'no reversal row') AS "right"
            FROM (SELECT id, reverses_entry_id FROM ledger.entry WHERE reverses_entry_id IS NOT NULL) e
            FULL JOIN ledger.reversal r ON r.entry_id = e.id
           WHERE e.id IS NULL OR r.entry_id IS NULL OR r.reversed_entry_id <> e.reverses_entry_id`,
  },
  {
    name: 'reversal.undoes',
    sql: `SELECT 'reversal of entry ' || r.reversed_entry_id || ' ' || split_part(regexp_replace(p.house, '^safe:', 'tender:'), ':', 1) || ' in ' || p.unit AS subject,
                 sum(p.amount) FILTER (WHERE p.entry_id = r.reversed_entry_id) AS "left", sum(p.amount) FILTER (WHERE p.entry_id = r.entry_id) AS "right"
            FROM ledger.reversal r JOIN ledger.posting p ON p.entry_id IN (r.reversed_entry_id, r.entry_id)
           WHERE p.house IS NOT NULL AND p.house NOT LIKE '%\\_expired'
           GROUP BY r.reversed_entry_id, r.entry_id, regexp_replace(p.house, '^safe:', 'tender:'), p.unit HAVING sum(p.amount) <> 0`,
  },
];
