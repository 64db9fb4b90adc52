import { paperAsked } from '#members';
import { nothing, sql, type SqlText } from '#reports';

export interface SaleFilter {
  storeIds: readonly number[];
  q: string | null;
  from: string | null;
  to: string | null;
  staffId: number | null;
  memberId: number | null;
}

/** The condition on `s` that a list of sales means. */
export function saleMatches({ storeIds, q, from, to, staffId, memberId }: SaleFilter): SqlText {
  return sql`s.store_id = ANY (${storeIds}::bigint[])
    ${q ? sql`AND ${paperAsked(q, sql`s.receipt_no`, sql`s.member_id`)}` : nothing}
    ${from ? sql`AND s.business_date >= ${from}::date` : nothing}
    ${to ? sql`AND s.business_date <= ${to}::date` : nothing}
    ${staffId ? sql`AND s.staff_id = ${staffId}` : nothing}
    ${memberId ? sql`AND s.member_id = ${memberId}` : nothing}`;
}
