import { Injectable } from '@nestjs/common';
import { rowsText, type Sql, type Tx } from '#kernel';
import type { SaleComponent } from './payment/component.rules.js';

/** A line of a sale with what came back of it. */
export interface ReturnableLine {
  lineNo: number;
  kind: string;
  productId: number | null;
  productName: string;
  unit: string | null;
  weighed: boolean;
  isGoods: boolean;
  qtyMilli: number;
  returnedMilli: number;
  netCents: number;
  bonusPartCents: number;
  eligibleCents: number;
  pointsFactorBps: number;
  costCents: number;
  returnedCostCents: number;
  components: { kind: string; cents: number; returnedCents: number }[];
}

/** A sale as a return sees it. */
export interface ReturnableSale {
  id: number;
  receiptNo: string;
  entryId: number;
  storeId: number;
  storeCode: string;
  timezone: string;
  cutoverHour: number;
  memberId: number | null;
  memberName: string | null;
  payerId: number | null;
  businessDate: string;
  dueCents: number;
  returnedCents: number;
  voidedAt: Date | null;
  pointsEarned: number;
  returnedPoints: number;
  /** null: a sale from before it was kept. */
  pointsPerYuanBps: number | null;
  lines: ReturnableLine[];
  /** Those that are counted in a unit of their own. */
  tenders: { tender: string; units: number; returnedUnits: number }[];
}

/** What comes back of a sale by one return. */
export interface ReturnedParts {
  lines: { lineNo: number; qtyMilli: number; costCents: number }[];
  components: SaleComponent[];
  cents: number;
  principalCents: number;
  bonusCents: number;
  receivedCents: number;
  otherCents: number;
  counted: { tender: string; units: number }[];
  points: number;
}

const SALE = `
  SELECT s.id, s.receipt_no AS "receiptNo", s.entry_id AS "entryId", s.store_id AS "storeId", o.code AS "storeCode", o.timezone,
         o.cutover_hour AS "cutoverHour", s.member_id AS "memberId", coalesce(m.name, m.nickname) AS "memberName", s.payer_id AS "payerId",
         s.business_date AS "businessDate", s.due_cents AS "dueCents", s.returned_cents AS "returnedCents", s.voided_at AS "voidedAt",
         s.points_earned AS "pointsEarned", s.returned_points AS "returnedPoints", s.points_per_yuan_bps AS "pointsPerYuanBps",
         (SELECT json_agg(json_build_object('lineNo', l.line_no, 'kind', l.kind, 'productId', l.product_id, 'productName', l.product_name, 'unit', p.unit,
                   'weighed', coalesce(p.weighed, false), 'isGoods', coalesce(p.kind = 'goods', false), 'qtyMilli', l.qty_milli, 'returnedMilli', l.returned_milli, 'netCents', l.net_cents,
                   'bonusPartCents', l.bonus_part_cents, 'eligibleCents', l.eligible_cents, 'pointsFactorBps', l.points_factor_bps,
                   'costCents', l.cost_cents, 'returnedCostCents', l.returned_cost_cents,
                   'components', coalesce((SELECT json_agg(json_build_object('kind', c.kind, 'cents', c.cents, 'returnedCents', c.returned_cents)
                                             ORDER BY t.line_no, c.kind)
                                    FROM sale_component c LEFT JOIN sale_tender t ON t.sale_id = c.sale_id AND c.kind = 'tender:' || t.tender
                                   WHERE c.sale_id = l.sale_id AND c.line_no = l.line_no), '[]')) ORDER BY l.line_no)
            FROM sale_line l LEFT JOIN product p ON p.id = l.product_id WHERE l.sale_id = s.id) AS lines,
         coalesce((SELECT json_agg(json_build_object('tender', t.tender, 'units', t.units, 'returnedUnits', t.returned_units) ORDER BY t.line_no)
                     FROM sale_tender t WHERE t.sale_id = s.id AND t.units IS NOT NULL), '[]') AS tenders
    FROM sale s JOIN store o ON o.id = s.store_id LEFT JOIN member m ON m.id = s.member_id WHERE s.id = $1`;

/** For returns: a sale with what is left of it. The rows of a sale are written here alone. */
@Injectable()
export class ReturnableSales {
  look(sql: Sql, id: number): Promise<ReturnableSale | undefined> {
    return sql.maybe<ReturnableSale>(SALE, [id]);
  }

  /** Waits for a void or another return of the same sale, and sees what they did. */
  async lock(tx: Tx, id: number): Promise<ReturnableSale | undefined> {
    const found = await tx.maybe<{ id: number }>(
      'SELECT id FROM sale WHERE id = $1 FOR NO KEY UPDATE',
      [id],
    );
    if (!found) return undefined;
    tx.locked('document', [id]);
    return this.look(tx, id);
  }

  async markReturned(tx: Tx, id: number, parts: ReturnedParts): Promise<void> {
    const { cents, principalCents, bonusCents, receivedCents, otherCents, points } = parts;
    await tx.query(
      `UPDATE sale SET returned_cents = returned_cents + $2, returned_principal_cents = returned_principal_cents + $3,
              returned_bonus_cents = returned_bonus_cents + $4, returned_received_cents = returned_received_cents + $5,
              returned_points = returned_points + $6, returned_other_cents = returned_other_cents + $7 WHERE id = $1`,
      [id, cents, principalCents, bonusCents, receivedCents, points, otherCents],
    );
    for (const { tender, units } of parts.counted)
      await tx.query(
        'UPDATE sale_tender SET returned_units = returned_units + $3 WHERE sale_id = $1 AND tender = $2',
        [id, tender, units],
      );
    for (const { lineNo, qtyMilli, costCents } of parts.lines)
      await tx.query(
        `UPDATE sale_line SET returned_milli = returned_milli + $3, returned_cost_cents = returned_cost_cents + $4
          WHERE sale_id = $1 AND line_no = $2`,
        [id, lineNo, qtyMilli, costCents],
      );
    await tx.query(
      `UPDATE sale_component c SET returned_cents = c.returned_cents + b.cents
         FROM unnest((SELECT $2::new_sale_component[])) AS b WHERE c.sale_id = $1 AND c.line_no = b.line_no AND c.kind = b.kind`,
      [
        id,
        rowsText(
          ['line_no', 'kind', 'cents'],
          parts.components.map(({ lineNo, kind, cents: part }) => ({
            line_no: lineNo,
            kind,
            cents: part,
          })),
        ) ?? '{}',
      ],
    );
  }
}
