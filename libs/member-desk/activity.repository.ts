import { Injectable } from '@nestjs/common';
import type { Sql } from '#kernel';
import type { ActivityGroup, ActivityRow } from './member-desk.dto.js';

/** Where the rows before went to: the last one's moment, in microseconds since 1970, and its number. */
export interface ActivityPlace {
  atMicros: number;
  receiptNo: string;
}

// $1 member, $2 limit, $3 and $4 the last row that was shown. A member's sales and top-ups lie in the order of their ids;
// what undoes a document comes later than its id says.
const older = (at: string, receiptNo: string) =>
  `($3::bigint IS NULL OR (${at}, ${receiptNo}) < (timestamptz 'epoch' + $3::bigint * interval '1 microsecond', $4::text))`;

interface Document {
  group: ActivityGroup;
  rows: string;
}

/**
 * Each kind of document: at, business date, kind, store, number, sale, top-up, payout, principal, bonus, points, amount, other member.
 * What a family card does stands with both: value with the owner of the wallet, points with who showed the card.
 */
const DOCUMENTS: readonly Document[] = [
  {
    group: 'purchases',
    rows: `SELECT at, business_date, 'sale' AS kind, store_id, receipt_no, id AS sale_id, NULL::bigint AS top_up_id, NULL::bigint AS payout_id,
                  CASE WHEN payer_id IS NULL THEN -principal_cents ELSE 0 END AS principal, CASE WHEN payer_id IS NULL THEN -bonus_cents ELSE 0 END AS bonus,
                  points_earned AS points, due_cents AS amount, CASE WHEN principal_cents + bonus_cents > 0 THEN payer_id END AS other_id
             FROM sale WHERE member_id = $1 AND ${older('at', 'receipt_no')} ORDER BY id DESC LIMIT $2`,
  },
  {
    group: 'purchases',
    rows: `SELECT e.at, e.business_date, 'void', e.store_id, v.receipt_no, v.id, NULL, NULL, CASE WHEN v.payer_id IS NULL THEN v.principal_cents ELSE 0 END,
                  CASE WHEN v.payer_id IS NULL THEN v.bonus_cents ELSE 0 END, -v.points_earned, -v.due_cents,
                  CASE WHEN v.principal_cents + v.bonus_cents > 0 THEN v.payer_id END
             FROM sale v JOIN ledger.entry e ON e.id = v.void_entry_id
            WHERE v.member_id = $1 AND v.void_entry_id IS NOT NULL AND ${older('e.at', 'v.receipt_no')} ORDER BY e.at DESC LIMIT $2`,
  },
  {
    group: 'purchases',
    rows: `SELECT at, business_date, 'family_sale', store_id, receipt_no, id, NULL, NULL, -principal_cents, -bonus_cents, 0, principal_cents + bonus_cents,
                  member_id
             FROM sale WHERE payer_id = $1 AND principal_cents + bonus_cents > 0 AND ${older('at', 'receipt_no')} ORDER BY id DESC LIMIT $2`,
  },
  {
    group: 'purchases',
    rows: `SELECT e.at, e.business_date, 'family_void', e.store_id, v.receipt_no, v.id, NULL, NULL, v.principal_cents, v.bonus_cents, 0,
                  -v.principal_cents - v.bonus_cents, v.member_id
             FROM sale v JOIN ledger.entry e ON e.id = v.void_entry_id
            WHERE v.payer_id = $1 AND v.principal_cents + v.bonus_cents > 0 AND ${older('e.at', 'v.receipt_no')} ORDER BY e.at DESC LIMIT $2`,
  },
  {
    group: 'value',
    rows: `SELECT t.at, t.business_date, 'top_up', t.store_id, t.receipt_no, NULL, t.id, NULL, CASE WHEN w.member_id = $1 THEN t.principal_cents ELSE 0 END,
                  CASE WHEN w.member_id = $1 THEN t.bonus_cents ELSE 0 END, t.points, t.principal_cents, NULLIF(w.member_id, $1)
             FROM top_up t JOIN wallet w ON w.id = t.wallet_id WHERE t.member_id = $1 AND ${older('t.at', 't.receipt_no')} ORDER BY t.id DESC LIMIT $2`,
  },
  {
    group: 'value',
    rows: `SELECT t.at, t.business_date, 'family_top_up', t.store_id, t.receipt_no, NULL, t.id, NULL, t.principal_cents, t.bonus_cents, 0,
                  t.principal_cents, t.member_id
             FROM top_up t JOIN wallet w ON w.id = t.wallet_id
            WHERE w.member_id = $1 AND t.member_id <> $1 AND ${older('t.at', 't.receipt_no')} ORDER BY t.id DESC LIMIT $2`,
  },
  {
    group: 'value',
    rows: `SELECT t.at, t.business_date, 'top_up_reversal', t.store_id, t.receipt_no, NULL, NULL, NULL, CASE WHEN w.member_id = $1 THEN -t.principal_cents ELSE 0 END,
                  CASE WHEN w.member_id = $1 THEN -t.bonus_cents ELSE 0 END, -t.points, -t.principal_cents, NULLIF(w.member_id, $1)
             FROM top_up_reversal t JOIN wallet w ON w.id = t.wallet_id WHERE t.member_id = $1 AND ${older('t.at', 't.receipt_no')} ORDER BY t.id DESC LIMIT $2`,
  },
  {
    group: 'value',
    rows: `SELECT t.at, t.business_date, 'family_top_up_reversal', t.store_id, t.receipt_no, NULL, NULL, NULL, -t.principal_cents, -t.bonus_cents, 0,
                  -t.principal_cents, t.member_id
             FROM top_up_reversal t JOIN wallet w ON w.id = t.wallet_id
            WHERE w.member_id = $1 AND t.member_id <> $1 AND ${older('t.at', 't.receipt_no')} ORDER BY t.id DESC LIMIT $2`,
  },
  {
    group: 'value',
    rows: `SELECT at, business_date, 'card_charge', store_id, receipt_no, NULL, NULL, NULL, 0, 0, 0, deposit_cents + fee_cents, NULL
             FROM card_charge WHERE member_id = $1 AND ${older('at', 'receipt_no')} ORDER BY id DESC LIMIT $2`,
  },
  {
    group: 'value',
    rows: `SELECT p.at, p.business_date, CASE p.kind WHEN 'transfer' THEN 'transfer_out' ELSE p.kind END, p.store_id, p.receipt_no, NULL, NULL, p.id,
                  -p.principal_cents - p.principal_kept_cents, -p.bonus_paid_cents - p.bonus_void_cents - p.bonus_moved_cents,
                  -coalesce(r.gift_points_taken + r.points_forfeited, 0),
                  CASE p.kind WHEN 'transfer' THEN p.principal_cents ELSE p.paid_cents + p.deposit_cents - p.received_cents END, NULL
             FROM payout p LEFT JOIN payout_refund r ON r.payout_id = p.id
            WHERE p.member_id = $1 AND ${older('p.at', 'p.receipt_no')} ORDER BY p.id DESC LIMIT $2`,
  },
  {
    group: 'value',
    rows: `SELECT at, business_date, 'transfer_in', store_id, receipt_no, NULL, NULL, id, principal_cents, bonus_moved_cents, 0, principal_cents, NULL
             FROM payout WHERE to_member_id = $1 AND ${older('at', 'receipt_no')} ORDER BY id DESC LIMIT $2`,
  },
  {
    group: 'value',
    rows: `SELECT e.at, e.business_date, 'payout_reversal', e.store_id, p.receipt_no, NULL, NULL, p.id,
                  CASE WHEN p.member_id = $1 THEN 1 ELSE -1 END * p.principal_cents,
                  CASE WHEN p.member_id = $1 THEN p.bonus_paid_cents + p.bonus_void_cents + p.bonus_moved_cents ELSE -p.bonus_moved_cents END, 0,
                  -p.paid_cents, NULL
             FROM payout p JOIN ledger.entry e ON e.id = p.reversal_entry_id
            WHERE (p.member_id = $1 OR p.to_member_id = $1) AND ${older('e.at', 'p.receipt_no')} ORDER BY e.at DESC LIMIT $2`,
  },
  {
    group: 'value',
    rows: `SELECT at, business_date, 'adjustment', store_id, receipt_no, NULL, NULL, NULL, CASE kind WHEN 'principal' THEN amount ELSE 0 END,
                  CASE kind WHEN 'bonus' THEN amount ELSE 0 END, CASE kind WHEN 'points' THEN amount ELSE 0 END, 0, NULL
             FROM adjustment WHERE member_id = $1 AND ${older('at', 'receipt_no')} ORDER BY id DESC LIMIT $2`,
  },
  {
    group: 'value',
    rows: `SELECT at, business_date, 'import_opening', store_id, 'IMP-' || import_id || '-' || line_no, NULL, NULL, NULL, principal_cents, bonus_cents,
                  points, principal_cents, NULL
             FROM import_row WHERE member_id = $1 AND ${older('at', "'IMP-' || import_id || '-' || line_no")} ORDER BY id DESC LIMIT $2`,
  },
];

/** Documents of a member. Reads the tables of sales and top-ups: this view stands above both of them. */
@Injectable()
export class ActivityRepository {
  /** The newest first, from `after` on; a voided sale stands there twice, once each way. */
  ofMember(
    sql: Sql,
    memberId: number,
    limit: number,
    { group, after }: { group?: ActivityGroup; after?: ActivityPlace } = {},
  ): Promise<ActivityRow[]> {
    const documents = DOCUMENTS.filter((each) => !group || each.group === group);
    // The first names the columns.
    const named = `SELECT NULL::timestamptz AS at, NULL::date AS business_date, NULL::text AS kind, NULL::bigint AS store_id, NULL::text AS receipt_no,
      NULL::bigint AS sale_id, NULL::bigint AS top_up_id, NULL::bigint AS payout_id, NULL::bigint AS principal, NULL::bigint AS bonus,
      NULL::bigint AS points, NULL::bigint AS amount, NULL::bigint AS other_id WHERE false`;
    return sql.query<ActivityRow>(
      `SELECT a.at, a.business_date AS "businessDate", a.kind, s.name AS "storeName", a.receipt_no AS "receiptNo", a.sale_id AS "saleId",
              a.top_up_id AS "topUpId", a.payout_id AS "payoutId", a.principal AS "principalCents", a.bonus AS "bonusCents", a.points,
              a.amount AS "amountCents", coalesce(o.name, o.nickname) AS "otherName", (extract(epoch FROM a.at) * 1000000)::bigint || ' ' || a.receipt_no AS place
         FROM (${[named, ...documents.map(({ rows }) => `(${rows})`)].join(' UNION ALL ')}) a JOIN store s ON s.id = a.store_id LEFT JOIN member o ON o.id = a.other_id
        ORDER BY a.at DESC, a.receipt_no DESC LIMIT $2`,
      [memberId, limit, after?.atMicros ?? null, after?.receiptNo ?? null],
    );
  }
}
