import { IS_MONEY } from './house.js';
import type { BookCheck } from './verify-books.js';

/** What an entry moved, from the documents' side: value taken from members positive, money into the drawer positive. */
const MOVED = `SELECT e.id AS entry_id, e.kind,
         coalesce(sum(p.amount) FILTER (WHERE a.kind = 'principal'), 0) AS principal,
         coalesce(sum(p.amount) FILTER (WHERE a.kind = 'bonus'), 0) AS bonus,
         coalesce(sum(p.amount) FILTER (WHERE a.kind = 'points'), 0) AS points,
         coalesce(sum(p.amount) FILTER (WHERE p.house = 'sales'), 0) AS sales,
         coalesce(sum(p.amount) FILTER (WHERE ${IS_MONEY}), 0) AS money
    FROM ledger.entry e LEFT JOIN ledger.posting p ON p.entry_id = e.id LEFT JOIN ledger.account a ON a.id = p.account_id`;

/** Every paid document has its entry with the same amounts, and back. */
export const DOCUMENT_CHECKS: readonly BookCheck[] = [
  {
    name: 'document.top_up',
    sql: `SELECT coalesce('top-up ' || d.receipt_no, 'entry ' || m.entry_id) AS subject,
                 coalesce(format('document: principal %s bonus %s points %s', d.principal_cents, d.bonus_cents, d.points), 'no document') AS "left",
                 coalesce(format('entry %s: principal %s bonus %s points %s', m.entry_id, -m.principal, -m.bonus, -m.points), 'no entry') AS "right"
            FROM top_up d FULL JOIN (${MOVED} WHERE e.kind = 'top_up' GROUP BY e.id) m ON m.entry_id = d.entry_id
           WHERE d.id IS NULL OR m.entry_id IS NULL OR d.principal_cents <> -m.principal + d.bonus_debt_repaid_cents
              OR d.bonus_cents <> -m.bonus - d.bonus_debt_repaid_cents OR d.points <> -m.points OR d.principal_cents <> m.money`,
  },
  {
    name: 'document.import_row',
    sql: `SELECT coalesce('import ' || d.import_id || ' row ' || d.line_no, 'entry ' || m.entry_id) AS subject,
                 coalesce(format('document: principal %s bonus %s points %s', d.principal_cents, d.bonus_cents, d.points), 'no document') AS "left",
                 coalesce(format('entry %s: principal %s bonus %s points %s', m.entry_id, -m.principal, -m.bonus, -m.points), 'no entry') AS "right"
            FROM (SELECT * FROM import_row WHERE entry_id IS NOT NULL) d
            FULL JOIN (${MOVED} WHERE e.kind = 'import_opening' GROUP BY e.id) m ON m.entry_id = d.entry_id
           WHERE d.id IS NULL OR m.entry_id IS NULL OR d.principal_cents <> -m.principal OR d.bonus_cents <> -m.bonus OR d.points <> -m.points`,
  },
  {
    name: 'document.top_up_reversal',
    sql: `SELECT coalesce('reversal of a top-up ' || d.receipt_no, 'entry ' || m.entry_id) AS subject,
                 coalesce(format('document: principal %s bonus %s points %s', d.principal_cents, d.bonus_cents, d.points), 'no document') AS "left",
                 coalesce(format('entry %s: principal %s bonus %s points %s money %s', m.entry_id, m.principal, m.bonus, m.points, m.money), 'no entry') AS "right"
            FROM (SELECT v.*, t.bonus_debt_repaid_cents AS repaid FROM top_up_reversal v JOIN top_up t ON t.id = v.top_up_id) d FULL JOIN (${MOVED} WHERE e.kind = 'top_up_reversal' GROUP BY e.id) m ON m.entry_id = d.entry_id
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
  {
    name: 'document.sale',
    sql: `SELECT coalesce('sale ' || d.receipt_no, 'entry ' || m.entry_id) AS subject,
                 coalesce(format('document: due %s principal %s bonus %s received %s points %s', d.due_cents, d.principal_cents, d.bonus_cents, d.received_cents, d.points_earned), 'no document') AS "left",
                 coalesce(format('entry %s: due %s principal %s bonus %s received %s points %s', m.entry_id, -m.sales, m.principal, m.bonus, m.money, -m.points), 'no entry') AS "right"
            FROM sale d FULL JOIN (${MOVED} WHERE e.kind = 'sale' GROUP BY e.id) m ON m.entry_id = d.entry_id
           WHERE d.id IS NULL OR m.entry_id IS NULL OR d.due_cents <> -m.sales OR d.principal_cents <> m.principal OR d.bonus_cents <> m.bonus
              OR d.received_cents <> m.money OR d.points_earned <> -m.points`,
  },
  {
    name: 'document.sale_tenders',
    sql: `SELECT 'sale ' || d.receipt_no AS subject, format('received %s principal and bonus %s', d.received_cents, d.principal_cents + d.bonus_cents) AS "left",
                 format('money tenders %s wallet tender %s', coalesce(t.money, 0), coalesce(t.wallet, 0)) AS "right"
            FROM sale d
            LEFT JOIN (SELECT sale_id, sum(amount_cents) FILTER (WHERE tender = 'wallet') AS wallet, sum(amount_cents) FILTER (WHERE tender <> 'wallet') AS money
                         FROM sale_tender GROUP BY sale_id) t ON t.sale_id = d.id
           WHERE d.principal_cents + d.bonus_cents <> coalesce(t.wallet, 0) OR d.received_cents <> coalesce(t.money, 0)`,
  },
  {
    name: 'document.sale_cost',
    sql: `SELECT 'sale ' || d.receipt_no AS subject, 'lines ' || d.cost AS "left", 'entry ' || d.entry_id || ': cost ' || coalesce(p.cost, 0) AS "right"
            FROM (SELECT s.receipt_no, s.entry_id, coalesce(sum(l.cost_cents), 0) AS cost FROM sale s LEFT JOIN sale_line l ON l.sale_id = s.id GROUP BY s.id) d
            LEFT JOIN (SELECT entry_id, sum(value_cents) AS cost FROM ledger.posting WHERE house = 'cost_of_sales' GROUP BY entry_id) p ON p.entry_id = d.entry_id
           WHERE d.cost <> coalesce(p.cost, 0)`,
  },
  {
    // These rows have no foreign keys: each check would cost every sale a query of its own.
    name: 'document.sale_rows',
    sql: `SELECT 'sale ' || r.sale_id AS subject, r.what AS "left", 'is not there' AS "right"
            FROM (SELECT l.sale_id, 'sale of a line' AS what FROM sale_line l WHERE NOT EXISTS (SELECT FROM sale s WHERE s.id = l.sale_id)
            UNION SELECT t.sale_id, 'sale of a tender' FROM sale_tender t WHERE NOT EXISTS (SELECT FROM sale s WHERE s.id = t.sale_id)
            UNION SELECT l.sale_id, 'product ' || l.product_id FROM sale_line l WHERE NOT EXISTS (SELECT FROM product p WHERE p.id = l.product_id)
            UNION SELECT s.id, 'member ' || s.member_id FROM sale s WHERE s.member_id IS NOT NULL AND NOT EXISTS (SELECT FROM member m WHERE m.id = s.member_id)
            UNION SELECT s.id, 'card ' || s.card_id FROM sale s WHERE s.card_id IS NOT NULL AND NOT EXISTS (SELECT FROM card c WHERE c.id = s.card_id)) r`,
  },
  {
    name: 'document.sale_void',
    sql: `SELECT coalesce('sale ' || d.receipt_no, 'entry ' || r.entry_id) AS subject, coalesce('void entry ' || d.void_entry_id, 'not voided') AS "left",
                 coalesce('reversed by entry ' || r.entry_id, 'not reversed') AS "right"
            FROM sale d LEFT JOIN ledger.reversal r ON r.reversed_entry_id = d.entry_id
           WHERE d.void_entry_id IS DISTINCT FROM r.entry_id OR (d.voided_at IS NULL) <> (d.void_entry_id IS NULL)`,
  },
  {
    name: 'document.stock',
    sql: `SELECT coalesce('stock document ' || d.document_no, 'entry ' || m.entry_id) AS subject,
                 coalesce(format('document: quantity %s value %s', d.qty, d.value), 'no document') AS "left",
                 coalesce(format('entry %s: quantity %s value %s', m.entry_id, m.qty, m.value), 'no entry') AS "right"
            FROM (SELECT s.document_no, s.entry_id, coalesce(sum(l.qty_milli), 0) AS qty, coalesce(sum(l.value_cents), 0) AS value
                    FROM stock_document s LEFT JOIN stock_document_line l ON l.document_id = s.id GROUP BY s.id) d
            FULL JOIN (SELECT e.id AS entry_id, coalesce(sum(p.amount), 0) AS qty, coalesce(sum(p.value_cents), 0) AS value
                         FROM ledger.entry e LEFT JOIN ledger.posting p ON p.entry_id = e.id AND p.account_id IS NOT NULL
                        WHERE e.kind = 'stock_opening' GROUP BY e.id) m ON m.entry_id = d.entry_id
           WHERE d.entry_id IS NULL OR m.entry_id IS NULL OR d.qty <> m.qty OR d.value <> m.value`,
  },
];
