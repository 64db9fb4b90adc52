import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '#kernel';
import { runMaybe, sql } from '#kernel/lists';
import { SALE_COLUMNS, SALE_JOINS } from './sale-list.query.js';
import type { SaleDetail, SaleTenderView } from './sale-view.dto.js';

/** A sale with names and numbers that are masked before they leave the server. */
export type StoredDetail = Omit<
  SaleDetail,
  'cardNoMasked' | 'phoneMasked' | 'receiptFooter' | 'tenders'
> & {
  tenders: Omit<SaleTenderView, 'isMoney' | 'isStoredValue'>[];
  cardNo: string | null;
  phone: string | null;
};

export interface VoidableSale {
  id: number;
  receiptNo: string;
  entryId: number;
  memberId: number | null;
  businessDate: string;
  storeId: number;
  timezone: string;
  cutoverHour: number;
  dueCents: number;
  principalCents: number;
  bonusCents: number;
  receivedCents: number;
  pointsEarned: number;
  pointsUsed: number;
  returnedCents: number;
  voidedAt: Date | null;
}

// A line from before says nobody: then whoever sold had served.
const STAFF_OF_LINE = sql`
  SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'shareBps', w.bps) ORDER BY w.place)
    FROM unnest(coalesce(l.staff_ids, ARRAY[s.staff_id]), coalesce(l.staff_bps, '{10000}')) WITH ORDINALITY AS w(id, bps, place) JOIN staff f ON f.id = w.id`;

@Injectable()
export class SalesRepository {
  detail(on: Sql, id: number, today: string): Promise<StoredDetail | undefined> {
    return runMaybe<StoredDetail>(
      on,
      sql`SELECT ${SALE_COLUMNS}, t.name AS "tillName", v.name AS "levelName", c.card_no AS "cardNo", c.status AS "cardStatus",
              coalesce(c.expires_on < ${today}::date, false) AS "cardExpired",
              CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'name', coalesce(b.name, b.nickname)) END AS payer, m.phone, s.principal_cents AS "principalCents",
              s.bonus_cents AS "bonusCents", s.points_used AS "pointsUsed", s.change_cents AS "changeCents", s.principal_after_cents AS "principalAfterCents",
              s.bonus_after_cents AS "bonusAfterCents", s.points_after AS "pointsAfter", s.note, s.print_count AS "printCount",
              CASE WHEN s.spend_order_version IS NOT NULL THEN json_build_object('version', s.spend_order_version, 'order', coalesce(
                (SELECT g.value #>> '{}' FROM setting g WHERE g.key = 'wallet.spend_order' AND g.version = s.spend_order_version), 'proportional')) END AS "spendOrder",
              o.address AS "storeAddress", o.phone AS "storePhone",
              (SELECT json_agg(json_build_object('lineNo', l.line_no, 'kind', l.kind, 'productId', l.product_id, 'sku', p.sku, 'productName', l.product_name,
                        'unit', p.unit, 'priceSource', l.price_source, 'priceVersion', l.price_version, 'staff', (${STAFF_OF_LINE}), 'qtyMilli', l.qty_milli, 'unitPriceCents', l.unit_price_cents, 'payRateBps', l.pay_rate_bps, 'listCents', l.list_cents,
                        'netCents', l.net_cents) ORDER BY l.line_no)
                 FROM sale_line l LEFT JOIN product p ON p.id = l.product_id WHERE l.sale_id = s.id) AS lines,
              coalesce((SELECT json_agg(json_build_object('tender', d.tender, 'amountCents', d.amount_cents, 'givenCents', d.given_cents, 'units', d.units, 'reference', d.reference) ORDER BY d.line_no)
                          FROM sale_tender d WHERE d.sale_id = s.id), '[]') AS tenders,
              CASE WHEN s.voided_at IS NOT NULL THEN json_build_object('at', s.voided_at, 'staffName', y.name, 'reason', s.void_reason) END AS void
         FROM sale s ${SALE_JOINS} JOIN till t ON t.id = s.till_id LEFT JOIN level v ON v.id = s.level_id LEFT JOIN card c ON c.id = s.card_id
         LEFT JOIN staff y ON y.id = s.voided_by LEFT JOIN member b ON b.id = s.payer_id
        WHERE s.id = ${id}`,
    );
  }

  voidable(sql: Sql, id: number, lock = ''): Promise<VoidableSale | undefined> {
    return sql.maybe<VoidableSale>(
      `SELECT s.id, s.receipt_no AS "receiptNo", s.entry_id AS "entryId", s.member_id AS "memberId", s.business_date AS "businessDate", s.store_id AS "storeId", o.timezone, o.cutover_hour AS "cutoverHour",
              s.due_cents AS "dueCents", s.principal_cents AS "principalCents", s.bonus_cents AS "bonusCents", s.received_cents AS "receivedCents",
              s.points_earned AS "pointsEarned", s.points_used AS "pointsUsed", s.returned_cents AS "returnedCents", s.voided_at AS "voidedAt"
         FROM sale s JOIN store o ON o.id = s.store_id WHERE s.id = $1 ${lock}`,
      [id],
    );
  }

  /** Waits for another void of the same sale. */
  async lock(tx: Tx, id: number): Promise<VoidableSale | undefined> {
    const sale = await this.voidable(tx, id, 'FOR NO KEY UPDATE OF s');
    if (sale) tx.locked('document', [sale.id]);
    return sale;
  }

  async markVoided(
    tx: Tx,
    id: number,
    by: { staffId: number; at: Date; reason: string; entryId: number },
  ): Promise<void> {
    await tx.query(
      'UPDATE sale SET voided_at = $2, voided_by = $3, void_reason = $4, void_entry_id = $5 WHERE id = $1',
      [id, by.at, by.staffId, by.reason, by.entryId],
    );
  }

  async storeOf(sql: Sql, id: number): Promise<number | undefined> {
    return (
      await sql.maybe<{ storeId: number }>('SELECT store_id AS "storeId" FROM sale WHERE id = $1', [
        id,
      ])
    )?.storeId;
  }

  async countPrint(tx: Tx, id: number): Promise<number> {
    const { printCount } = await tx.one<{ printCount: number }>(
      'UPDATE sale SET print_count = print_count + 1 WHERE id = $1 RETURNING print_count AS "printCount"',
      [id],
    );
    return printCount;
  }
}
