import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '#kernel';
import type { ReturnedPart } from '#goods/lines';
import type { ReturnView } from './return.dto.js';
import type { PlannedReturn } from './return.rules.js';

const COLUMNS = [
  ...['receipt_no', 'entry_id', 'sale_id', 'store_id', 'till_id', 'staff_id', 'member_id'],
  ...['business_date', 'at', 'reason', 'cents', 'principal_cents', 'bonus_cents', 'received_cents'],
  ...['cost_cents', 'points', 'points_owed', 'principal_after_cents', 'bonus_after_cents'],
  ...['points_after', 'other_cents', 'points_given'],
] as const;

/** Columns as in the table. */
export type NewReturn = Record<(typeof COLUMNS)[number], unknown>;

@Injectable()
export class ReturnsRepository {
  async insert(
    tx: Tx,
    row: NewReturn,
    planned: PlannedReturn,
    goods: readonly ReturnedPart[],
  ): Promise<number> {
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO sale_return (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING id`,
      COLUMNS.map((column) => row[column]),
    );
    for (const { lineNo, qtyMilli, cents, costCents } of planned.lines)
      await tx.query(
        'INSERT INTO sale_return_line (return_id, line_no, qty_milli, cents, cost_cents, goods) VALUES ($1, $2, $3, $4, $5, $6)',
        [
          id,
          lineNo,
          qtyMilli,
          cents,
          costCents,
          goods.find((each) => each.lineNo === lineNo)?.goods,
        ],
      );
    const tenders = [
      ...planned.money.map((each) => ({ ...each, units: null })),
      ...planned.counted,
    ];
    for (const { tender, amountCents, units } of tenders)
      await tx.query(
        'INSERT INTO sale_return_tender (return_id, tender, amount_cents, units) VALUES ($1, $2, $3, $4)',
        [id, tender, amountCents, units],
      );
    return id;
  }

  /** The returns of a sale, the first one first. */
  ofSale(sql: Sql, saleId: number): Promise<ReturnView[]> {
    return sql.query<ReturnView>(
      `SELECT r.id, r.receipt_no AS "receiptNo", r.business_date AS "businessDate", r.at, o.name AS "storeName", t.name AS "tillName", f.name AS "staffName",
              r.reason, r.cents, r.principal_cents AS "principalCents", r.bonus_cents AS "bonusCents", r.points, r.points_owed AS "pointsOwed",
              r.principal_after_cents AS "principalAfterCents", r.bonus_after_cents AS "bonusAfterCents", r.points_after AS "pointsAfter",
              r.print_count AS "printCount",
              coalesce((SELECT json_agg(json_build_object('tender', d.tender, 'amountCents', d.amount_cents) ORDER BY d.tender)
                          FROM sale_return_tender d WHERE d.return_id = r.id AND d.units IS NULL), '[]') AS money,
              coalesce((SELECT json_agg(json_build_object('tender', d.tender, 'amountCents', d.amount_cents, 'units', d.units) ORDER BY d.tender)
                          FROM sale_return_tender d WHERE d.return_id = r.id AND d.units IS NOT NULL), '[]') AS counted,
              (SELECT json_agg(json_build_object('lineNo', n.line_no, 'kind', l.kind, 'productName', l.product_name, 'unit', p.unit, 'qtyMilli', n.qty_milli, 'cents', n.cents,
                        'goods', n.goods) ORDER BY n.line_no)
                 FROM sale_return_line n JOIN sale_line l ON l.sale_id = r.sale_id AND l.line_no = n.line_no LEFT JOIN product p ON p.id = l.product_id
                WHERE n.return_id = r.id) AS lines
         FROM sale_return r JOIN store o ON o.id = r.store_id JOIN staff f ON f.id = r.staff_id LEFT JOIN till t ON t.id = r.till_id
        WHERE r.sale_id = $1 ORDER BY r.id`,
      [saleId],
    );
  }

  /** With the store of the sale, whose paper it is. */
  countPrint(
    tx: Tx,
    id: number,
  ): Promise<{ saleId: number; storeId: number; printCount: number } | undefined> {
    return tx.maybe(
      `UPDATE sale_return r SET print_count = r.print_count + 1 FROM sale s WHERE r.id = $1 AND s.id = r.sale_id
       RETURNING r.sale_id AS "saleId", s.store_id AS "storeId", r.print_count AS "printCount"`,
      [id],
    );
  }
}
