import type { Sql } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { ActivityRow } from './member-desk.dto.js';

/** Documents of a member. Reads the tables of sales and top-ups: this view stands above both of them. */
@Injectable()
export class ActivityRepository {
  /** Newest first; a voided sale stands there twice, once each way. */
  ofMember(sql: Sql, memberId: number, limit: number): Promise<ActivityRow[]> {
    return sql.query<ActivityRow>(
      `SELECT a.at, a.business_date AS "businessDate", a.kind, s.name AS "storeName", a.receipt_no AS "receiptNo", a.sale_id AS "saleId",
              a.top_up_id AS "topUpId", a.principal AS "principalCents", a.bonus AS "bonusCents", a.points, a.amount AS "amountCents"
         FROM (
           (SELECT at, business_date, 'sale' AS kind, store_id, receipt_no, id AS sale_id, NULL::bigint AS top_up_id, -principal_cents AS principal,
                   -bonus_cents AS bonus, points_earned AS points, due_cents AS amount
              FROM sale WHERE member_id = $1 ORDER BY id DESC LIMIT $2)
           UNION ALL
           (SELECT e.at, e.business_date, 'void', e.store_id, v.receipt_no, v.id, NULL, v.principal_cents, v.bonus_cents, -v.points_earned, -v.due_cents
              FROM sale v JOIN ledger.entry e ON e.id = v.void_entry_id WHERE v.member_id = $1 ORDER BY v.id DESC LIMIT $2)
           UNION ALL
           (SELECT at, business_date, 'top_up', store_id, receipt_no, NULL, id, principal_cents, bonus_cents, points, principal_cents
              FROM top_up WHERE member_id = $1 ORDER BY id DESC LIMIT $2)
           UNION ALL
           (SELECT at, business_date, 'card_charge', store_id, receipt_no, NULL, NULL, 0, 0, 0, deposit_cents + fee_cents
              FROM card_charge WHERE member_id = $1 ORDER BY id DESC LIMIT $2)
         ) a JOIN store s ON s.id = a.store_id
        ORDER BY a.at DESC, a.receipt_no DESC LIMIT $2`,
      [memberId, limit],
    );
  }
}
