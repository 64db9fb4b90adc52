import { byStaffName } from '#chain/identity';
import { byStoreName } from '#chain/stores';
import { isOfMembers, matchesDocument } from '#membership/members';
import { by, nothing, sql, type SqlText } from '#kernel/lists';
import type { AdjustmentKind } from './adjustment.dto.js';

export const ADJUSTMENT_SORTS = {
  receiptNo: by(sql`d.receipt_no`),
  businessDate: by(sql`d.business_date`),
  storeName: byStoreName(sql`d.store_id`),
  staffName: byStaffName(sql`d.staff_id`),
};

/** What a list of adjustments may be narrowed to; what is missing narrows nothing. */
export interface AdjustmentFilter {
  q?: string | null;
  kind?: AdjustmentKind | null;
  /** Business dates, both included. */
  period?: { from?: string | undefined; to?: string | undefined } | null;
  member?: readonly number[] | null;
  staff?: number | null;
}

/** The condition on `d` that a filter means, within these stores: one for the screen and the file. */
export function adjustmentMatches(
  { q, kind, period, member, staff }: AdjustmentFilter,
  storeIds: readonly number[],
): SqlText {
  return sql`d.store_id = ANY (${storeIds}::bigint[])
    ${kind ? sql`AND d.kind = ${kind}` : nothing}
    ${period?.from ? sql`AND d.business_date >= ${period.from}::date` : nothing}
    ${period?.to ? sql`AND d.business_date <= ${period.to}::date` : nothing}
    ${staff ? sql`AND d.staff_id = ${staff}` : nothing}
    ${member ? sql`AND ${isOfMembers(member, sql`d.member_id`)}` : nothing}
    ${q ? sql`AND ${matchesDocument(q, sql`d.receipt_no`, sql`d.member_id`)}` : nothing}`;
}

/** What a row says of the adjustment `d`; with `ADJUSTMENT_JOINS`. */
export const ADJUSTMENT_COLUMNS = sql`
  d.id, d.kind, d.receipt_no AS "receiptNo", d.business_date AS "businessDate", d.at, d.store_id AS "storeId", o.name AS "storeName",
  f.name AS "staffName", d.member_id AS "memberId", coalesce(m.name, m.nickname) AS "memberName", d.amount, d.repaid, d.expires_on AS "expiresOn",
  d.balance_after AS "balanceAfter", d.reason,
  (SELECT y.name FROM approval a JOIN staff y ON y.id = a.approved_by WHERE a.document_kind = 'adjustment' AND a.document_id = d.id) AS "approvedByName"`;
export const ADJUSTMENT_JOINS = sql`
  JOIN store o ON o.id = d.store_id JOIN staff f ON f.id = d.staff_id JOIN member m ON m.id = d.member_id`;

/** The rows of a list for the adjustments whose ids a query gives. */
export function adjustmentRows(ids: SqlText): SqlText {
  return sql`SELECT ${ADJUSTMENT_COLUMNS} FROM (${ids}) h JOIN adjustment d ON d.id = h.id ${ADJUSTMENT_JOINS}`;
}
