import { byStaffName } from '#chain/identity';
import { byStoreName } from '#chain/stores';
import { isOfMembers, matchesDocument } from '#membership/members';
import { by, nothing, sql, type SqlText } from '#kernel/lists';

export const SALE_STATES = ['valid', 'voided', 'returned'] as const;
export type SaleState = (typeof SALE_STATES)[number];

export const SALE_SORTS = {
  receiptNo: by(sql`s.receipt_no`),
  businessDate: by(sql`s.business_date`),
  storeName: byStoreName(sql`s.store_id`),
  staffName: byStaffName(sql`s.staff_id`),
  discountCents: by(sql`s.discount_cents`),
  dueCents: by(sql`s.due_cents`),
  receivedCents: by(sql`s.received_cents`),
};

/** What a list of sales may be narrowed to; what is missing narrows nothing. */
export interface SaleFilter {
  q?: string | null;
  /** Business dates, both included. */
  period?: { from?: string | undefined; to?: string | undefined } | null;
  staff?: number | null;
  member?: readonly number[] | null;
  /** The level that the buyer had. */
  level?: readonly number[] | null;
  /** Some of it was paid so. */
  tender?: string | null;
  status?: SaleState | null;
}

const STATES: Record<SaleState, SqlText> = {
  valid: sql`AND s.voided_at IS NULL`,
  voided: sql`AND s.voided_at IS NOT NULL`,
  returned: sql`AND s.returned_cents > 0`,
};

/** The condition on `s` that a filter means, within these stores: one for the screen and the file. */
export function saleMatches(filter: SaleFilter, storeIds: readonly number[]): SqlText {
  const { q, period, staff, member, level, tender, status } = filter;
  return sql`s.store_id = ANY (${storeIds}::bigint[])
    ${q ? sql`AND ${matchesDocument(q, sql`s.receipt_no`, sql`s.member_id`)}` : nothing}
    ${period?.from ? sql`AND s.business_date >= ${period.from}::date` : nothing}
    ${period?.to ? sql`AND s.business_date <= ${period.to}::date` : nothing}
    ${staff ? sql`AND s.staff_id = ${staff}` : nothing}
    ${member ? sql`AND ${isOfMembers(member, sql`s.member_id`)}` : nothing}
    ${level ? sql`AND s.level_id = ANY (${level}::bigint[])` : nothing}
    ${tender ? sql`AND EXISTS (SELECT FROM sale_tender t WHERE t.sale_id = s.id AND t.tender = ${tender})` : nothing}
    ${status ? STATES[status] : nothing}`;
}

/** What a row says of the sale `s`; with `SALE_JOINS`. */
export const SALE_COLUMNS = sql`
  s.id, s.receipt_no AS "receiptNo", s.business_date AS "businessDate", s.at, s.store_id AS "storeId", o.name AS "storeName", f.name AS "staffName",
  s.member_id AS "memberId", coalesce(m.name, m.nickname) AS "memberName", s.list_cents AS "listCents", s.discount_cents AS "discountCents",
  s.due_cents AS "dueCents", s.received_cents AS "receivedCents", s.other_cents AS "otherCents", s.points_earned AS "pointsEarned", s.returned_cents AS "returnedCents",
  s.voided_at IS NOT NULL AS voided`;
export const SALE_JOINS = sql`
  JOIN store o ON o.id = s.store_id JOIN staff f ON f.id = s.staff_id LEFT JOIN member m ON m.id = s.member_id`;

/** The rows of a list for the sales whose ids a query gives. */
export function saleRows(ids: SqlText): SqlText {
  return sql`
    SELECT ${SALE_COLUMNS}, ARRAY(SELECT t.tender FROM sale_tender t WHERE t.sale_id = s.id ORDER BY t.line_no) AS tenders
      FROM (${ids}) h JOIN sale s ON s.id = h.id ${SALE_JOINS}`;
}
