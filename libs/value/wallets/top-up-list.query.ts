import { byStaffName } from '#chain/identity';
import { byStoreName } from '#chain/stores';
import { isOfMembers, matchesDocument } from '#membership/members';
import { by, nothing, sql, type SqlText } from '#kernel/lists';

export const TOP_UP_STATES = ['standing', 'reversed'] as const;
export type TopUpState = (typeof TOP_UP_STATES)[number];

export const TOP_UP_SORTS = {
  receiptNo: by(sql`t.receipt_no`),
  businessDate: by(sql`t.business_date`),
  storeName: byStoreName(sql`t.store_id`),
  staffName: byStaffName(sql`t.staff_id`),
  principalCents: by(sql`t.principal_cents`),
  bonusCents: by(sql`t.bonus_cents`),
};

/** What a list of top-ups may be narrowed to; what is missing narrows nothing. */
export interface TopUpFilter {
  q?: string | null;
  /** Business dates, both included. */
  period?: { from?: string | undefined; to?: string | undefined } | null;
  staff?: number | null;
  member?: readonly number[] | null;
  /** By these rules, whichever version of them it was. */
  rule?: readonly number[] | null;
  tender?: string | null;
  state?: TopUpState | null;
}

/** The condition on `t` that a filter means, within these stores: one for the screen and the file. */
export function topUpMatches(filter: TopUpFilter, storeIds: readonly number[]): SqlText {
  const { q, period, staff, member, rule, tender, state } = filter;
  return sql`t.store_id = ANY (${storeIds}::bigint[])
    ${period?.from ? sql`AND t.business_date >= ${period.from}::date` : nothing}
    ${period?.to ? sql`AND t.business_date <= ${period.to}::date` : nothing}
    ${staff ? sql`AND t.staff_id = ${staff}` : nothing}
    ${member ? sql`AND ${isOfMembers(member, sql`t.member_id`)}` : nothing}
    ${rule ? sql`AND t.rule_id IN (${versionsOf(rule)})` : nothing}
    ${tender ? sql`AND t.tender = ${tender}` : nothing}
    ${state ? sql`AND ${state === 'reversed' ? nothing : sql`NOT`} EXISTS (SELECT FROM top_up_reversal u WHERE u.top_up_id = t.id)` : nothing}
    ${q ? sql`AND ${matchesDocument(q, sql`t.receipt_no`, sql`t.member_id`)}` : nothing}`;
}

const versionsOf = (rules: readonly number[]): SqlText => sql`
  SELECT v.id FROM top_up_rule v JOIN top_up_rule o ON coalesce(v.root_id, v.id) = coalesce(o.root_id, o.id) WHERE o.id = ANY (${rules}::bigint[])`;

/** All that a top-up `t` gave, as its slip says it. */
const GAVE = sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', g -> 'kind', 'amount', g -> 'amount')), '[]')
     FROM jsonb_array_elements(jsonb_build_array(jsonb_build_object('kind', 'bonus', 'amount', t.bonus_cents),
                                                 jsonb_build_object('kind', 'points', 'amount', t.points)) || t.gave) g
    WHERE (g ->> 'amount')::bigint > 0) AS gave`;

/** The rows of a list for the top-ups whose ids a query gives. */
export function topUpRows(ids: SqlText): SqlText {
  return sql`
    SELECT t.id, t.receipt_no AS "receiptNo", t.business_date AS "businessDate", t.at, t.store_id AS "storeId", s.name AS "storeName",
           p.name AS "staffName", t.member_id AS "memberId", coalesce(m.name, m.nickname) AS "memberName", t.tender,
           t.principal_cents AS "principalCents", t.bonus_cents AS "bonusCents", t.points, ${GAVE}, r.name AS "ruleName", r.version AS "ruleVersion",
           x.receipt_no AS "reversedBy", x.reason AS "reversalReason"
      FROM (${ids}) h JOIN top_up t ON t.id = h.id JOIN member m ON m.id = t.member_id JOIN store s ON s.id = t.store_id
      JOIN staff p ON p.id = t.staff_id LEFT JOIN top_up_rule r ON r.id = t.rule_id LEFT JOIN top_up_reversal x ON x.top_up_id = t.id`;
}
