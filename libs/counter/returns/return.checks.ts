import { type BookCheck, IS_MONEY } from '#ledger';

/** What an entry gave back; a bonus that expired at once and points that had expired unspent count as moved. */
const MOVED = `SELECT e.id AS entry_id,
       coalesce(-sum(p.amount) FILTER (WHERE a.kind = 'principal' OR p.house = 'principal_expired'), 0) AS principal,
       coalesce(-sum(p.amount) FILTER (WHERE a.kind = 'bonus' OR p.house = 'bonus_expired'), 0) AS bonus,
       coalesce(sum(p.amount) FILTER (WHERE a.kind = 'points' OR p.house = 'points_expired'), 0) AS points,
       coalesce(sum(p.amount) FILTER (WHERE p.house = 'sales'), 0) AS sales,
       coalesce(-sum(p.amount) FILTER (WHERE ${IS_MONEY}), 0) AS money,
       coalesce(-sum(p.value_cents) FILTER (WHERE p.house = 'cost_of_sales'), 0) AS cost
  FROM ledger.entry e LEFT JOIN ledger.posting p ON p.entry_id = e.id LEFT JOIN ledger.account a ON a.id = p.account_id
 WHERE e.kind = 'sale_return' GROUP BY e.id`;

export const RETURN_CHECKS: readonly BookCheck[] = [
  /** Every return has its entry with the same amounts, and back. */
  {
    name: 'document.sale_return',
    sql: `SELECT coalesce('return ' || d.receipt_no, 'entry ' || m.entry_id) AS subject,
               coalesce(format('document: %s principal %s bonus %s money %s points %s cost %s', d.cents, d.principal_cents, d.bonus_cents, d.received_cents, d.points - d.points_given, d.cost_cents), 'no document') AS "left",
               coalesce(format('entry %s: %s principal %s bonus %s money %s points %s cost %s', m.entry_id, m.sales, m.principal, m.bonus, m.money, m.points, m.cost), 'no entry') AS "right"
          FROM sale_return d FULL JOIN (${MOVED}) m ON m.entry_id = d.entry_id
         WHERE d.id IS NULL OR m.entry_id IS NULL OR d.cents <> m.sales OR d.principal_cents <> m.principal OR d.bonus_cents <> m.bonus
            OR d.received_cents <> m.money OR d.points - d.points_given <> m.points OR d.cost_cents <> m.cost`,
  },

  /** What a sale says came back is what its returns gave back: as a whole, by line, and by what had paid. */
  {
    name: 'document.sale_returned',
    sql: `SELECT 'sale ' || coalesce(s.receipt_no, x.sale_id::text) AS subject, x.what || ' ' || x.kept AS "left", 'returns ' || x.made AS "right"
          FROM (SELECT s.id AS sale_id, 'returned' AS what,
                       format('%s principal %s bonus %s money %s other %s points %s', s.returned_cents, s.returned_principal_cents, s.returned_bonus_cents, s.returned_received_cents, s.returned_other_cents, s.returned_points) AS kept,
                       format('%s principal %s bonus %s money %s other %s points %s', coalesce(r.cents, 0), coalesce(r.principal, 0), coalesce(r.bonus, 0), coalesce(r.money, 0), coalesce(r.other, 0), coalesce(r.points, 0)) AS made
                  FROM sale s LEFT JOIN (SELECT sale_id, sum(cents) AS cents, sum(principal_cents) AS principal, sum(bonus_cents) AS bonus, sum(received_cents) AS money, sum(other_cents) AS other,
                                                sum(points) AS points FROM sale_return GROUP BY sale_id) r ON r.sale_id = s.id
                UNION ALL
                SELECT coalesce(c.sale_id, t.sale_id), coalesce(c.kind, t.kind), coalesce(c.cents, 0)::text, coalesce(t.cents, 0)::text
                  FROM (SELECT sale_id, kind, sum(returned_cents) AS cents FROM sale_component WHERE returned_cents > 0 GROUP BY 1, 2) c
                  FULL JOIN (SELECT sale_id, 'principal' AS kind, sum(principal_cents) AS cents FROM sale_return GROUP BY 1 HAVING sum(principal_cents) > 0
                             UNION ALL SELECT sale_id, 'bonus', sum(bonus_cents) FROM sale_return GROUP BY 1 HAVING sum(bonus_cents) > 0
                             UNION ALL SELECT r.sale_id, 'tender:' || t.tender, sum(t.amount_cents) FROM sale_return r JOIN sale_return_tender t ON t.return_id = r.id GROUP BY 1, 2) t
                       ON t.sale_id = c.sale_id AND t.kind = c.kind
                UNION ALL
                SELECT t.sale_id, 'counted ' || t.tender, t.returned_units::text, coalesce(r.units, 0)::text
                  FROM sale_tender t LEFT JOIN (SELECT r.sale_id, x.tender, sum(x.units) AS units FROM sale_return r JOIN sale_return_tender x ON x.return_id = r.id
                                                 WHERE x.units IS NOT NULL GROUP BY 1, 2) r ON r.sale_id = t.sale_id AND r.tender = t.tender
                 WHERE t.units IS NOT NULL
                UNION ALL
                SELECT coalesce(l.sale_id, r.sale_id), 'line ' || coalesce(l.line_no, r.line_no),
                       format('quantity %s cost %s of it %s', coalesce(l.returned_milli, 0), coalesce(l.returned_cost_cents, 0), coalesce(l.cents, 0)),
                       format('quantity %s cost %s of it %s', coalesce(r.qty, 0), coalesce(r.cost, 0), coalesce(r.cents, 0))
                  FROM (SELECT l.sale_id, l.line_no, l.returned_milli, l.returned_cost_cents, coalesce(c.cents, 0) AS cents
                          FROM sale_line l LEFT JOIN (SELECT sale_id, line_no, sum(returned_cents) AS cents FROM sale_component GROUP BY 1, 2) c
                               ON c.sale_id = l.sale_id AND c.line_no = l.line_no WHERE l.returned_milli > 0 OR l.returned_cost_cents > 0 OR c.cents > 0) l
                  FULL JOIN (SELECT r.sale_id, n.line_no, sum(n.qty_milli) AS qty, sum(n.cost_cents) AS cost, sum(n.cents) AS cents
                               FROM sale_return r JOIN sale_return_line n ON n.return_id = r.id GROUP BY 1, 2) r ON r.sale_id = l.sale_id AND r.line_no = l.line_no) x
          LEFT JOIN sale s ON s.id = x.sale_id WHERE x.kept <> x.made`,
  },
];
