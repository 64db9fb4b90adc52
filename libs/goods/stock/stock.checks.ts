import type { BookCheck } from '#ledger';

/** Every stock document has its entry with the same quantity and value, and back. */
export const STOCK_CHECKS: readonly BookCheck[] = [
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
