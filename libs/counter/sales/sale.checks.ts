import { codesInUnit, storedValueCodes } from '#chain/tenders';
import { type BookCheck, MOVED_BY_ENTRY } from '#ledger';

/** Codes are letters, digits and lines: where they are declared others are refused. */
const isOneOf = (codes: readonly string[]): string => `(tender = ANY ('{${codes.join(',')}}'))`;
/** Its parts are the sale's principal and bonus, not a component of its own name. */
const ofStoredValue = (): string => isOneOf(storedValueCodes());

/** Every sale and void has its entry with the same amounts, and back. */
export const SALE_CHECKS: readonly BookCheck[] = [
  {
    name: 'document.sale',
    sql: `SELECT coalesce('sale ' || d.receipt_no, 'entry ' || m.entry_id) AS subject,
                 coalesce(format('document: due %s principal %s bonus %s received %s points %s', d.due_cents, d.principal_cents, d.bonus_cents, d.received_cents, d.points_earned - d.points_used), 'no document') AS "left",
                 coalesce(format('entry %s: due %s principal %s bonus %s received %s points %s', m.entry_id, -m.sales, m.principal, m.bonus, m.money, -m.points), 'no entry') AS "right"
            FROM sale d FULL JOIN (${MOVED_BY_ENTRY} WHERE e.kind = 'sale' GROUP BY e.id) m ON m.entry_id = d.entry_id
           WHERE d.id IS NULL OR m.entry_id IS NULL OR d.due_cents <> -m.sales OR d.principal_cents <> m.principal OR d.bonus_cents <> m.bonus
              OR d.received_cents <> m.money OR d.points_earned - d.points_used <> -m.points`,
  },
  {
    name: 'document.sale_tenders',
    sql: () => `SELECT 'sale ' || d.receipt_no AS subject, format('received %s principal and bonus %s other %s points %s', d.received_cents, d.principal_cents + d.bonus_cents, d.other_cents, d.points_used) AS "left",
                 format('money tenders %s stored value %s others %s points %s', coalesce(t.money, 0), coalesce(t.wallet, 0), coalesce(t.other, 0), coalesce(t.points, 0)) AS "right"
            FROM sale d
            LEFT JOIN (SELECT sale_id, sum(amount_cents) FILTER (WHERE ${ofStoredValue()}) AS wallet, sum(amount_cents) FILTER (WHERE NOT ${ofStoredValue()} AND units IS NULL) AS money,
                                sum(amount_cents) FILTER (WHERE units IS NOT NULL) AS other, sum(units) FILTER (WHERE ${isOneOf(codesInUnit('points'))}) AS points
                         FROM sale_tender GROUP BY sale_id) t ON t.sale_id = d.id
           WHERE d.principal_cents + d.bonus_cents <> coalesce(t.wallet, 0) OR d.received_cents <> coalesce(t.money, 0)
              OR d.other_cents <> coalesce(t.other, 0) OR d.points_used <> coalesce(t.points, 0)`,
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
            UNION SELECT l.sale_id, 'product ' || l.product_id FROM sale_line l WHERE l.product_id IS NOT NULL AND NOT EXISTS (SELECT FROM product p WHERE p.id = l.product_id)
            UNION SELECT l.sale_id, 'category ' || l.category_id FROM sale_line l WHERE l.category_id IS NOT NULL AND NOT EXISTS (SELECT FROM category c WHERE c.id = l.category_id)
            UNION SELECT s.id, 'member ' || s.member_id FROM sale s WHERE s.member_id IS NOT NULL AND NOT EXISTS (SELECT FROM member m WHERE m.id = s.member_id)
            UNION SELECT s.id, 'card ' || s.card_id FROM sale s WHERE s.card_id IS NOT NULL AND NOT EXISTS (SELECT FROM card c WHERE c.id = s.card_id)) r`,
  },
  {
    // Who served a line has all of it together, each once.
    name: 'document.sale_staff',
    sql: `SELECT 'sale ' || l.sale_id AS subject, format('line %s served by %s', l.line_no, l.staff_ids) AS "left", 'shares ' || l.staff_bps::text AS "right"
            FROM sale_line l
           WHERE (l.staff_ids IS NULL) <> (l.staff_bps IS NULL) OR cardinality(l.staff_ids) <> cardinality(l.staff_bps)
              OR (SELECT sum(bps) FROM unnest(l.staff_bps) AS bps) <> 10000 OR (SELECT count(DISTINCT id) FROM unnest(l.staff_ids) AS id) <> cardinality(l.staff_ids)
              OR EXISTS (SELECT FROM unnest(l.staff_ids) AS named WHERE NOT EXISTS (SELECT FROM staff f WHERE f.id = named))`,
  },
  {
    name: 'document.sale_void',
    sql: `SELECT coalesce('sale ' || d.receipt_no, 'entry ' || r.entry_id) AS subject, coalesce('void entry ' || d.void_entry_id, 'not voided') AS "left",
                 coalesce('reversed by entry ' || r.entry_id, 'not reversed') AS "right"
            FROM sale d LEFT JOIN ledger.reversal r ON r.reversed_entry_id = d.entry_id
           WHERE d.void_entry_id IS DISTINCT FROM r.entry_id OR (d.voided_at IS NULL) <> (d.void_entry_id IS NULL)`,
  },
  {
    // What paid which line: per line its net, per kind what the sale took of it.
    name: 'document.sale_components',
    sql: () => `SELECT 'sale ' || coalesce(s.receipt_no, x.sale_id::text) AS subject, x.what || ' ' || x.cents AS "left", 'components ' || x.parts AS "right"
          FROM (SELECT coalesce(l.sale_id, c.sale_id) AS sale_id, 'line ' || coalesce(l.line_no, c.line_no) || ' net' AS what, coalesce(l.net_cents, 0) AS cents,
                       coalesce(c.cents, 0) AS parts
                  FROM sale_line l FULL JOIN (SELECT sale_id, line_no, sum(cents) AS cents FROM sale_component GROUP BY 1, 2) c
                       ON c.sale_id = l.sale_id AND c.line_no = l.line_no
                 WHERE coalesce(l.net_cents, 0) <> coalesce(c.cents, 0)
                UNION ALL
                SELECT coalesce(k.sale_id, c.sale_id), coalesce(k.kind, c.kind), coalesce(k.cents, 0), coalesce(c.cents, 0)
                  FROM (SELECT id AS sale_id, 'principal' AS kind, principal_cents AS cents FROM sale
                        UNION ALL SELECT id, 'bonus', bonus_cents FROM sale
                        UNION ALL SELECT sale_id, 'tender:' || tender, sum(amount_cents) FROM sale_tender WHERE NOT ${ofStoredValue()} GROUP BY 1, 2) k
                  FULL JOIN (SELECT sale_id, kind, sum(cents) AS cents FROM sale_component GROUP BY 1, 2) c ON c.sale_id = k.sale_id AND c.kind = k.kind
                 WHERE coalesce(k.cents, 0) <> coalesce(c.cents, 0)) x
          LEFT JOIN sale s ON s.id = x.sale_id`,
  },
];
