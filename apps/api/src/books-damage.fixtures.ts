import { type Damage, ENTRY, LAST, LEDGER_DAMAGES } from './ledger-damage.fixtures.js';

/** Every entry needs its document: one that names none. */
const lost = (table: string, which = 'true'): Damage => [
  `DELETE FROM ${table} WHERE id = ${LAST(table, which)} RETURNING 'entry ' || entry_id AS subject`,
];
/** A document that says something else than its entry. */
const altered = (table: string, set: string, subject: string, where = 'true'): Damage => [
  `UPDATE ${table} SET ${set} WHERE id = ${LAST(table, where)} RETURNING ${subject} AS subject`,
];
const each = (columns: readonly string[], table: string, subject: string, where?: string) =>
  columns.map((column) => altered(table, `${column} = ${column} + 1`, subject, where));

const TOP_UP = "'top-up ' || receipt_no";
const SLIP = "'slip ' || receipt_no";
/** Something that was given, and that no account has. */
const NEVER_MOVED = `'[{"kind": "wash", "amount": 1, "account": {"kind": "visits", "unit": "V:1"}}]'`;
const SALE = "'sale ' || receipt_no";
const RETURN = "'return ' || receipt_no";
const PAYOUT = "'payout ' || receipt_no";
const CHARGE = "'card charge ' || receipt_no";
const MERGE = "'merge of member ' || merged_member_id";
const IN_USE = "status = 'active' AND deposit_cents > 0";
const MERGED = LAST('member', "status = 'merged'");

/** A top-up that was an import: the walks sign an import without carrying it out. */
const IMPORTED: Damage = [
  `UPDATE ledger.entry SET kind = 'import_opening' WHERE id = ${ENTRY('top_up')}`,
  `INSERT INTO import_row (row_key, fingerprint, import_id, line_no, member_id, store_id, staff_id, business_date, at, entry_id,
                           principal_cents, bonus_cents, points, spend_cents)
   SELECT 'x', 'x', 1, 7, member_id, store_id, staff_id, business_date, at, entry_id, principal_cents, bonus_cents, points, 0
     FROM top_up WHERE entry_id = ${ENTRY('import_opening')}`,
];
const NAMED_ROW = "RETURNING 'import ' || import_id || ' row ' || line_no AS subject";

const documents: Record<string, readonly Damage[]> = {
  'document.top_up': [
    ...each(['principal_cents', 'bonus_cents', 'points'], 'top_up', TOP_UP),
    altered('top_up', 'entry_id = -1', TOP_UP),
    lost('top_up'),
  ],
  'document.import_row': [
    ...['principal_cents', 'bonus_cents', 'points'].map((column) => [
      ...IMPORTED,
      `UPDATE import_row SET ${column} = ${column} + 1 ${NAMED_ROW}`,
    ]),
    [...IMPORTED, `UPDATE import_row SET entry_id = -1 ${NAMED_ROW}`],
    [...IMPORTED, "DELETE FROM import_row RETURNING 'entry ' || entry_id AS subject"],
  ],
  'document.top_up_reversal': [
    ...each(
      ['principal_cents', 'bonus_cents', 'points'],
      'top_up_reversal',
      "'reversal of a top-up ' || receipt_no",
    ),
    lost('top_up_reversal'),
  ],
  'document.top_up_gave': [altered('top_up', `gave = ${NEVER_MOVED}`, SLIP)],
  'document.top_up_took': [altered('top_up_reversal', `took = ${NEVER_MOVED}`, SLIP)],
  'document.top_up_reversed': [
    [
      `DELETE FROM top_up_reversal v USING top_up t WHERE t.id = v.top_up_id AND v.id = ${LAST('top_up_reversal')} RETURNING ${TOP_UP.replace('receipt_no', 't.receipt_no')} AS subject`,
    ],
    [
      `DELETE FROM ledger.reversal r USING top_up t WHERE t.entry_id = r.reversed_entry_id RETURNING ${TOP_UP} AS subject`,
    ],
  ],
  'document.sale': [
    ...each(
      [
        ...['due_cents', 'principal_cents', 'bonus_cents', 'received_cents', 'points_earned'],
        'points_used',
      ],
      'sale',
      SALE,
    ),
    altered('sale', 'entry_id = -1', SALE),
    lost('sale'),
  ],
  'document.sale_tenders': [
    ...["tender = 'wallet'", "tender <> 'wallet'"].map((which) => [
      `UPDATE sale_tender t SET amount_cents = amount_cents + 1 FROM sale s WHERE s.id = t.sale_id AND s.id = ${LAST('sale')} AND ${which} RETURNING ${SALE} AS subject`,
    ]),
    ...each(['other_cents', 'points_used'], 'sale', SALE),
  ],
  'document.sale_cost': [
    [
      `UPDATE sale_line l SET cost_cents = l.cost_cents + 1 FROM sale s WHERE s.id = l.sale_id AND s.id = ${LAST('sale')} RETURNING ${SALE} AS subject`,
    ],
    [
      `UPDATE ledger.posting p SET value_cents = value_cents + 1 FROM sale s WHERE s.entry_id = p.entry_id AND s.id = ${LAST('sale')} AND house = 'cost_of_sales' RETURNING ${SALE} AS subject`,
    ],
  ],
  'document.sale_rows': [
    ...['sale_line', 'sale_tender'].map((table) => [
      `UPDATE ${table} SET sale_id = -1 WHERE sale_id = ${LAST('sale')} RETURNING 'sale -1' AS subject`,
    ]),
    ...['member', 'card'].map((table) => [
      `DELETE FROM ${table} x USING sale s WHERE s.${table}_id = x.id AND s.id = ${LAST('sale')} RETURNING 'sale ' || s.id AS subject`,
    ]),
    [
      `UPDATE sale_line SET category_id = -1 WHERE sale_id = ${LAST('sale')} RETURNING 'sale ' || sale_id AS subject`,
    ],
    [
      `DELETE FROM product x USING sale_line l WHERE l.product_id = x.id AND l.sale_id = ${LAST('sale')} RETURNING 'sale ' || l.sale_id AS subject`,
    ],
  ],
  'document.sale_staff': [
    "staff_bps = '{9999}'",
    'staff_bps = NULL',
    "staff_ids = '{-1}'",
    "staff_bps = '{5000,5000}'",
    "staff_ids = staff_ids || staff_ids, staff_bps = '{5000,5000}'",
  ].map((change) => [
    `UPDATE sale_line SET ${change} WHERE sale_id = ${LAST('sale')} RETURNING 'sale ' || sale_id AS subject`,
  ]),
  'document.sale_void': [
    altered('sale', 'void_entry_id = NULL', SALE, 'void_entry_id IS NOT NULL'),
    altered('sale', 'voided_at = NULL', SALE, 'void_entry_id IS NOT NULL'),
    [
      `DELETE FROM ledger.reversal r USING sale s WHERE s.entry_id = r.reversed_entry_id RETURNING ${SALE} AS subject`,
    ],
  ],
  'document.sale_components': [
    ...["kind = 'principal'", "kind LIKE 'tender:%'"].map((which) => [
      `UPDATE sale_component c SET cents = c.cents + 1 FROM sale s WHERE s.id = c.sale_id AND s.id = ${LAST('sale')} AND ${which} RETURNING ${SALE} AS subject`,
    ]),
    [
      `UPDATE sale_component c SET kind = 'tender:other' FROM sale s WHERE s.id = c.sale_id AND s.id = ${LAST('sale')} AND kind = 'principal' RETURNING ${SALE} AS subject`,
    ],
  ],
  'document.sale_return': [
    ...each(
      [
        ...['cents', 'principal_cents', 'bonus_cents', 'received_cents', 'cost_cents', 'points'],
        'points_given',
      ],
      'sale_return',
      RETURN,
    ),
    altered('sale_return', 'entry_id = -1', RETURN),
    lost('sale_return'),
  ],
  'document.sale_returned': [
    ...[
      ...['returned_cents', 'returned_principal_cents', 'returned_bonus_cents'],
      ...['returned_received_cents', 'returned_other_cents', 'returned_points'],
    ].map((column) => altered('sale', `${column} = ${column} + 1`, SALE, 'returned_cents > 0')),
    ...[
      'sale_line l SET returned_milli = l.returned_milli - 1',
      'sale_line l SET returned_cost_cents = l.returned_cost_cents + 1',
      'sale_component l SET returned_cents = l.returned_cents - 1',
    ].map((set) => [
      `UPDATE ${set} FROM sale s WHERE s.id = l.sale_id AND s.id = ${LAST('sale', 'returned_cents > 0')} RETURNING ${SALE} AS subject`,
    ]),
    [
      `DELETE FROM sale_return_line n USING sale_return r, sale s WHERE r.id = n.return_id AND s.id = r.sale_id RETURNING ${SALE.replace('receipt_no', 's.receipt_no')} AS subject`,
    ],
    [
      `DELETE FROM sale_return_tender n USING sale_return r, sale s WHERE r.id = n.return_id AND s.id = r.sale_id RETURNING ${SALE.replace('receipt_no', 's.receipt_no')} AS subject`,
    ],
  ],
  'document.stock': [
    ...['qty_milli', 'value_cents'].map((column) => [
      `UPDATE stock_document_line l SET ${column} = l.${column} + 1 FROM stock_document s WHERE s.id = l.document_id AND s.id = ${LAST('stock_document')}
       RETURNING 'stock document ' || s.document_no AS subject`,
    ]),
    lost('stock_document'),
  ],
  'document.merge': [
    ...each(['principal_cents', 'bonus_cents', 'points'], 'member_merge', MERGE),
    lost('member_merge'),
  ],
  'document.card_charge': [
    ...each(['deposit_cents', 'fee_cents'], 'card_charge', CHARGE),
    lost('card_charge'),
  ],
  'document.adjustment': [
    altered('adjustment', 'amount = amount + 1', "'adjustment ' || receipt_no"),
    altered('adjustment', "kind = 'bonus'", "'adjustment ' || receipt_no", "kind = 'principal'"),
    lost('adjustment'),
  ],
  'document.payout': [
    ...each(
      [
        ...['principal_cents', 'principal_kept_cents', 'bonus_paid_cents', 'bonus_void_cents'],
        ...['held_void_cents', 'paid_cents', 'deposit_cents', 'received_cents'],
      ],
      'payout',
      PAYOUT,
      "kind = 'withdrawal'",
    ),
    altered('payout', "kind = 'refund'", PAYOUT, "kind = 'withdrawal'"),
    lost('payout'),
  ],
  'document.payout_reversal': [
    altered('payout', 'reversal_entry_id = NULL', PAYOUT, 'reversal_entry_id IS NOT NULL'),
    [
      `DELETE FROM ledger.reversal r USING payout d WHERE d.entry_id = r.reversed_entry_id RETURNING ${PAYOUT} AS subject`,
    ],
  ],
};

const capabilities: Record<string, readonly Damage[]> = {
  'card.deposits': [
    altered(
      'card',
      'deposit_cents = deposit_cents + 1',
      "'card deposits of store ' || coalesce(deposit_store_id, store_id)",
      IN_USE,
    ),
    altered(
      'card',
      "status = 'closed'",
      "'card deposits of store ' || coalesce(deposit_store_id, store_id)",
      IN_USE,
    ),
    [
      `UPDATE ledger.posting SET amount = amount - 1 WHERE house = 'card_deposits' RETURNING 'card deposits of store ' || store_id AS subject`,
    ],
  ],
  'merge.nothing_left': [
    ...['balance', 'held', 'debt'].map((column) => [
      `UPDATE ledger.account SET ${column} = 1 WHERE kind = 'points' AND owner_id = ${MERGED} RETURNING 'account ' || id AS subject`,
    ]),
    [
      `UPDATE ledger.account SET balance = 1 WHERE kind = 'principal' AND owner_id = (SELECT id FROM wallet WHERE member_id = ${MERGED}) RETURNING 'account ' || id AS subject`,
    ],
    [
      `DELETE FROM member_alias WHERE alias_member_id = ${MERGED} RETURNING 'member ' || alias_member_id AS subject`,
    ],
    [
      `UPDATE card SET member_id = ${MERGED} WHERE id = ${LAST('card', "status = 'active'")} RETURNING 'card ' || id AS subject`,
    ],
  ],
};

/** Every check of the books, and rows that it must find. A check without a row, or a row without a check, fails. */
export const DAMAGES: Record<string, readonly Damage[]> = {
  ...LEDGER_DAMAGES,
  ...documents,
  ...capabilities,
};
