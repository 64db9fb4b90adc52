/**
 * One row that is wrong, as statements without triggers and constraints. The last statement says the finding's subject.
 */
export type Damage = readonly string[];

export const LAST = (table: string, where = 'true') =>
  `(SELECT max(id) FROM ${table} WHERE ${where})`;
export const ENTRY = (kind: string) => LAST('ledger.entry', `kind = '${kind}'`);
const ACCOUNT = (kind: string) => LAST('ledger.account', `kind = '${kind}' AND balance > 0`);
const NAMED_ACCOUNT = `RETURNING 'account ' || id || ' ' || kind || ' of ' || owner_id AS subject`;
const LOT = LAST('ledger.lot', "state = 'open' AND remaining > 0");
const entryOf = (kind: string, set: string, where: string) =>
  `UPDATE ledger.posting SET ${set} WHERE entry_id = ${ENTRY(kind)} AND ${where}`;

/** What is wrong in the ledger's own tables. */
export const LEDGER_DAMAGES: Record<string, readonly Damage[]> = {
  'entry.zero_sum': [
    [
      `${entryOf('sale', 'amount = amount + 1', "house LIKE 'tender:%'")} RETURNING 'entry ' || entry_id || ' in ' || unit AS subject`,
    ],
    [
      `${entryOf('stock_opening', 'value_cents = value_cents + 1', 'house IS NOT NULL')} RETURNING 'entry ' || entry_id || ' in ' || unit AS subject`,
    ],
  ],
  'entry.postings_have_entry': [
    [
      `DELETE FROM ledger.entry WHERE id = ${ENTRY('sale')} RETURNING 'posting ' || id || '/1' AS subject`,
    ],
  ],
  'entry.one_posting_per_account': [
    [
      `INSERT INTO ledger.posting SELECT entry_id, 99, facet, account_id, store_id, house, unit, 0, 0, version, after_amount
         FROM ledger.posting WHERE account_id IS NOT NULL ORDER BY entry_id DESC LIMIT 1
       RETURNING 'entry ' || entry_id || ' account ' || account_id || ' ' || facet AS subject`,
    ],
  ],
  'entry.kind_declared': [
    [
      `UPDATE ledger.entry SET kind = 'nobodys' WHERE id = ${ENTRY('sale')} RETURNING 'entries of kind nobodys' AS subject`,
    ],
  ],
  'account.equals_postings': [
    ...['balance', 'held', 'debt', 'value_cents', 'version'].map((column) => [
      `UPDATE ledger.account SET ${column} = ${column} + 1 WHERE id = ${ACCOUNT('principal')} ${NAMED_ACCOUNT}`,
    ]),
    [
      `DELETE FROM ledger.account WHERE id = ${ACCOUNT('bonus')} RETURNING 'account ' || id || ' missing' AS subject`,
    ],
  ],
  'account.running_balance': [
    [
      `${entryOf('sale', 'after_amount = after_amount + 1', 'account_id IS NOT NULL AND seq = (SELECT min(seq) FROM ledger.posting WHERE account_id IS NOT NULL AND entry_id = ' + ENTRY('sale') + ')')}
       RETURNING 'entry ' || entry_id || ' account ' || account_id || ' ' || facet AS subject`,
    ],
  ],
  'account.version_gap': [
    [
      `UPDATE ledger.posting SET version = version + 1 WHERE account_id = ${ACCOUNT('points')} AND version = (SELECT version FROM ledger.account WHERE id = ${ACCOUNT('points')})`,
      `UPDATE ledger.account SET version = version + 1 WHERE id = ${ACCOUNT('points')} RETURNING 'account ' || id AS subject`,
    ],
  ],
  'account.balance_and_debt': [
    ['debt = 1'],
    ['balance = -1'],
    ['held = -1'],
    ['balance = 0, debt = -1'],
  ].map(([set]) => [
    `UPDATE ledger.account SET ${set} WHERE id = ${ACCOUNT('principal')} ${NAMED_ACCOUNT}`,
  ]),
  'lot.equals_account': ['remaining = remaining + 1', "state = 'held'"].map((set) => [
    `UPDATE ledger.lot l SET ${set} FROM ledger.account a WHERE a.id = l.account_id AND l.id = ${LOT}
     RETURNING 'account ' || a.id || ' ' || a.kind || ' of ' || a.owner_id AS subject`,
  ]),
  'lot.equals_moves': [
    ...['remaining', 'granted', 'expired', 'value_cents'].map((column) => [
      `UPDATE ledger.lot SET ${column} = ${column} + 1 WHERE id = ${LOT} RETURNING 'lot ' || id AS subject`,
    ]),
    [`DELETE FROM ledger.lot WHERE id = ${LOT} RETURNING 'lot ' || id AS subject`],
    [`DELETE FROM ledger.lot_move WHERE lot_id = ${LOT} RETURNING 'lot ' || lot_id AS subject`],
  ],
  'lot.moves_equal_postings': ['amount = amount + 1', 'value_cents = value_cents + 1'].map(
    (set) => [
      `UPDATE ledger.lot_move SET ${set} WHERE lot_id = ${LOT} AND kind = 'grant'
       RETURNING 'entry ' || entry_id || ' account ' || account_id || ' ' || facet AS subject`,
    ],
  ),
  'lot.successor': [
    [
      `UPDATE ledger.lot l SET grace = true, parent_lot_id = (SELECT min(p.id) FROM ledger.lot p WHERE p.account_id <> l.account_id)
        WHERE id = ${LOT} RETURNING 'lot ' || id AS subject`,
    ],
    [
      `UPDATE ledger.lot SET grace = true, parent_lot_id = id WHERE id = ${LOT}`,
      `INSERT INTO ledger.lot OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(l, '{"id": -1, "parent_lot_id": -2, "joined": false}')).* FROM ledger.lot l WHERE id = ${LOT}
       RETURNING 'lot ' || id AS subject`,
    ],
  ],
  'house.equals_accounts': [
    [
      `${entryOf('sale', 'amount = amount + 1', "house = 'sales'")} RETURNING 'unit ' || unit AS subject`,
    ],
  ],
  'stock.value': [
    [
      `UPDATE ledger.account SET value_cents = -1 WHERE id = ${ACCOUNT('stock')} RETURNING 'stock of store ' || owner_id || ' ' || unit AS subject`,
    ],
    [
      `UPDATE ledger.account SET balance = 0 WHERE id = ${ACCOUNT('stock')} RETURNING 'stock of store ' || owner_id || ' ' || unit AS subject`,
    ],
  ],
  'reversal.pairs': [
    [
      `DELETE FROM ledger.reversal WHERE entry_id = ${ENTRY('void')} RETURNING 'entry ' || entry_id AS subject`,
    ],
    [
      `UPDATE ledger.entry SET reverses_entry_id = NULL WHERE id = ${ENTRY('void')} RETURNING 'entry ' || id AS subject`,
    ],
    [
      `UPDATE ledger.entry SET reverses_entry_id = id WHERE id = ${ENTRY('void')} RETURNING 'entry ' || id AS subject`,
    ],
  ],
  'reversal.undoes': [
    [
      `UPDATE ledger.posting p SET amount = amount + 1 FROM ledger.reversal r
        WHERE r.entry_id = p.entry_id AND p.entry_id = ${ENTRY('void')} AND p.house LIKE 'tender:%'
       RETURNING 'reversal of entry ' || r.reversed_entry_id || ' tender in CNY' AS subject`,
    ],
  ],
  'money.place': [
    [
      `UPDATE ledger.entry SET till_id = NULL WHERE id = ${ENTRY('sale')} RETURNING 'entry ' || id || ' of store ' || store_id AS subject`,
    ],
    [
      `UPDATE ledger.entry e SET till_id = (SELECT min(t.id) FROM till t WHERE t.store_id <> e.store_id) WHERE id = ${ENTRY('sale')}
       RETURNING 'entry ' || id || ' of store ' || store_id AS subject`,
    ],
    [
      `${entryOf('sale', "house = 'safe:cash'", "house LIKE 'tender:%'")} RETURNING 'entry ' || entry_id || ' of store ' || store_id AS subject`,
    ],
  ],
};
