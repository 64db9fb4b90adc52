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
              a.top_up_id AS "topUpId", a.payout_id AS "payoutId", a.principal AS "principalCents", a.bonus AS "bonusCents", a.points, a.amount AS "amountCents"
         FROM (
           (SELECT at, business_date, 'sale' AS kind, store_id, receipt_no, id AS sale_id, NULL::bigint AS top_up_id, -principal_cents AS principal,
                   -bonus_cents AS bonus, points_earned AS points, due_cents AS amount, NULL::bigint AS payout_id
              FROM sale WHERE member_id = $1 ORDER BY id DESC LIMIT $2)
           UNION ALL
           (SELECT e.at, e.business_date, 'void', e.store_id, v.receipt_no, v.id, NULL, v.principal_cents, v.bonus_cents, -v.points_earned, -v.due_cents, NULL
              FROM sale v JOIN ledger.entry e ON e.id = v.void_entry_id WHERE v.member_id = $1 ORDER BY v.id DESC LIMIT $2)
           UNION ALL
           (SELECT at, business_date, 'top_up', store_id, receipt_no, NULL, id, principal_cents, bonus_cents, points, principal_cents, NULL
              FROM top_up WHERE member_id = $1 ORDER BY id DESC LIMIT $2)
           UNION ALL
           (SELECT at, business_date, 'top_up_reversal', store_id, receipt_no, NULL, NULL, -principal_cents, -bonus_cents, -points, -principal_cents, NULL
              FROM top_up_reversal WHERE member_id = $1 ORDER BY id DESC LIMIT $2)
           UNION ALL
           (SELECT at, business_date, 'card_charge', store_id, receipt_no, NULL, NULL, 0, 0, 0, deposit_cents + fee_cents, NULL
              FROM card_charge WHERE member_id = $1 ORDER BY id DESC LIMIT $2)
           UNION ALL
           (SELECT p.at, p.business_date, CASE p.kind WHEN 'transfer' THEN 'transfer_out' ELSE p.kind END, p.store_id, p.receipt_no, NULL, NULL,
                   -p.principal_cents - p.principal_kept_cents,
                   -p.bonus_paid_cents - p.bonus_void_cents - p.bonus_moved_cents, -coalesce(r.gift_points_taken + r.points_forfeited, 0),
                   CASE p.kind WHEN 'transfer' THEN p.principal_cents ELSE p.paid_cents + p.deposit_cents - p.received_cents END, p.id
              FROM payout p LEFT JOIN payout_refund r ON r.payout_id = p.id WHERE p.member_id = $1 ORDER BY p.id DESC LIMIT $2)
           UNION ALL
           (SELECT at, business_date, 'transfer_in', store_id, receipt_no, NULL, NULL, principal_cents, bonus_moved_cents, 0, principal_cents, id
              FROM payout WHERE to_member_id = $1 ORDER BY id DESC LIMIT $2)
           UNION ALL
           (SELECT e.at, e.business_date, 'payout_reversal', e.store_id, p.receipt_no, NULL, NULL,
                   CASE WHEN p.member_id = $1 THEN 1 ELSE -1 END * p.principal_cents,
                   CASE WHEN p.member_id = $1 THEN p.bonus_paid_cents + p.bonus_void_cents + p.bonus_moved_cents ELSE -p.bonus_moved_cents END, 0,
                   -p.paid_cents, p.id
              FROM payout p JOIN ledger.entry e ON e.id = p.reversal_entry_id
             WHERE p.member_id = $1 OR p.to_member_id = $1 ORDER BY p.id DESC LIMIT $2)
           UNION ALL
           (SELECT at, business_date, 'adjustment', store_id, receipt_no, NULL, NULL, CASE kind WHEN 'principal' THEN amount ELSE 0 END,
                   CASE kind WHEN 'bonus' THEN amount ELSE 0 END, CASE kind WHEN 'points' THEN amount ELSE 0 END, 0, NULL
              FROM adjustment WHERE member_id = $1 ORDER BY id DESC LIMIT $2)
           UNION ALL
           (SELECT at, business_date, 'import_opening', store_id, 'IMP-' || import_id || '-' || line_no, NULL, NULL, principal_cents, bonus_cents, points,
                   principal_cents, NULL
              FROM import_row WHERE member_id = $1 ORDER BY id DESC LIMIT $2)
         ) a JOIN store s ON s.id = a.store_id
        ORDER BY a.at DESC, a.receipt_no DESC LIMIT $2`,
      [memberId, limit],
    );
  }
}
