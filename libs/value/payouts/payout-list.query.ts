import { byStaffName } from '#chain/identity';
import { byStoreName } from '#chain/stores';
import { isOfMembers, matchesDocument } from '#membership/members';
import { by, nothing, sql, type SqlText } from '#kernel/lists';
import type { PayoutKind } from './payout.dto.js';

export const PAYOUT_STATES = ['standing', 'reversed'] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

export const PAYOUT_SORTS = {
  receiptNo: by(sql`p.receipt_no`),
  businessDate: by(sql`p.business_date`),
  storeName: byStoreName(sql`p.store_id`),
  staffName: byStaffName(sql`p.staff_id`),
  principalCents: by(sql`p.principal_cents`),
  paidCents: by(sql`p.paid_cents`),
};

/** What a list of payouts may be narrowed to; what is missing narrows nothing. */
export interface PayoutFilter {
  q?: string | null;
  kind?: PayoutKind | null;
  /** Business dates, both included. */
  period?: { from?: string | undefined; to?: string | undefined } | null;
  /** Whose wallet it left, or reached. */
  member?: readonly number[] | null;
  staff?: number | null;
  tender?: string | null;
  state?: PayoutState | null;
}

/** The condition on `p` that a filter means, within these stores: one for the screen and the file. */
export function payoutMatches(
  { q, kind, period, member, staff, tender, state }: PayoutFilter,
  storeIds: readonly number[],
): SqlText {
  return sql`p.store_id = ANY (${storeIds}::bigint[])
    ${kind ? sql`AND p.kind = ${kind}` : nothing}
    ${period?.from ? sql`AND p.business_date >= ${period.from}::date` : nothing}
    ${period?.to ? sql`AND p.business_date <= ${period.to}::date` : nothing}
    ${staff ? sql`AND p.staff_id = ${staff}` : nothing}
    ${tender ? sql`AND p.tender = ${tender}` : nothing}
    ${state ? sql`AND p.reversed_at IS ${state === 'reversed' ? sql`NOT NULL` : sql`NULL`}` : nothing}
    ${member ? sql`AND (${isOfMembers(member, sql`p.member_id`)} OR ${isOfMembers(member, sql`p.to_member_id`)})` : nothing}
    ${q ? sql`AND ${matchesDocument(q, sql`p.receipt_no`, sql`p.member_id`, sql`p.to_member_id`)}` : nothing}`;
}

/** What a row says of the payout `p`; with `PAYOUT_JOINS`. */
export const PAYOUT_COLUMNS = sql`
  p.id, p.kind, p.receipt_no AS "receiptNo", p.business_date AS "businessDate", p.at, p.store_id AS "storeId", o.name AS "storeName",
  f.name AS "staffName", p.member_id AS "memberId", coalesce(m.name, m.nickname) AS "memberName", p.to_member_id AS "toMemberId",
  coalesce(t.name, t.nickname) AS "toMemberName", p.tender, p.principal_cents AS "principalCents", p.paid_cents AS "paidCents",
  p.deposit_cents AS "depositCents", p.received_cents AS "receivedCents", p.bonus_void_cents + p.held_void_cents AS "bonusVoidCents",
  p.bonus_moved_cents + p.held_moved_cents AS "bonusMovedCents", p.reason, p.reversed_at IS NOT NULL AS reversed,
  (SELECT y.name FROM approval a JOIN staff y ON y.id = a.approved_by WHERE a.document_kind = 'payout' AND a.document_id = p.id) AS "approvedByName"`;
export const PAYOUT_JOINS = sql`
  JOIN store o ON o.id = p.store_id JOIN staff f ON f.id = p.staff_id JOIN member m ON m.id = p.member_id LEFT JOIN member t ON t.id = p.to_member_id`;

/** The rows of a list for the payouts whose ids a query gives. */
export function payoutRows(ids: SqlText): SqlText {
  return sql`SELECT ${PAYOUT_COLUMNS} FROM (${ids}) h JOIN payout p ON p.id = h.id ${PAYOUT_JOINS}`;
}
