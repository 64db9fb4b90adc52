import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { TopUpRowView, TopUpTotals } from './top-up-list.dto.js';

export interface TopUpFilter {
  storeIds: readonly number[];
  from: string | null;
  to: string | null;
  staffId: number | null;
  memberId: number | null;
  ruleId: number | null;
  tender: string | null;
  state: string | null;
  q: string | null;
}

const WHERE = `t.store_id = ANY ($1::bigint[]) AND ($2::date IS NULL OR t.business_date >= $2) AND ($3::date IS NULL OR t.business_date <= $3)
  AND ($4::bigint IS NULL OR t.staff_id = $4) AND ($5::bigint IS NULL OR t.member_id = $5)
  AND ($6::bigint IS NULL OR t.rule_id IN (SELECT v.id FROM top_up_rule v, top_up_rule o WHERE o.id = $6 AND coalesce(v.root_id, v.id) = coalesce(o.root_id, o.id)))
  AND ($7::text IS NULL OR t.tender = $7) AND ($8::text IS NULL OR ($8 = 'reversed') = (x.id IS NOT NULL))
  AND ($9::text IS NULL OR t.receipt_no LIKE '%' || upper($9) || '%' OR m.name LIKE '%' || $9 || '%' OR m.nickname LIKE '%' || $9 || '%')`;
const FROM = `top_up t JOIN member m ON m.id = t.member_id LEFT JOIN top_up_reversal x ON x.top_up_id = t.id`;

@Injectable()
export class TopUpListRepository {
  async page(
    sql: Sql,
    filter: TopUpFilter,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<{ rows: TopUpRowView[]; totals: TopUpTotals; total: number }> {
    const params = [
      filter.storeIds,
      filter.from,
      filter.to,
      filter.staffId,
      filter.memberId,
      filter.ruleId,
      filter.tender,
      filter.state,
      filter.q,
    ];
    const rows = await sql.query<TopUpRowView>(
      `SELECT t.id, t.receipt_no AS "receiptNo", t.business_date AS "businessDate", t.at, t.store_id AS "storeId", s.name AS "storeName",
              p.name AS "staffName", t.member_id AS "memberId", coalesce(m.name, m.nickname) AS "memberName", t.tender,
              t.principal_cents AS "principalCents", t.bonus_cents AS "bonusCents", t.points, r.name AS "ruleName", r.version AS "ruleVersion",
              x.receipt_no AS "reversedBy", x.reason AS "reversalReason"
         FROM ${FROM} JOIN store s ON s.id = t.store_id JOIN staff p ON p.id = t.staff_id LEFT JOIN top_up_rule r ON r.id = t.rule_id
        WHERE ${WHERE} ORDER BY t.business_date DESC, t.id DESC LIMIT $10 OFFSET $11`,
      [...params, limit, offset],
    );
    const { total, ...totals } = await sql.one<TopUpTotals & { total: number }>(
      `SELECT count(*) AS total, count(*) FILTER (WHERE x.id IS NULL) AS count,
              coalesce(sum(t.principal_cents) FILTER (WHERE x.id IS NULL), 0)::bigint AS "principalCents",
              coalesce(sum(t.bonus_cents) FILTER (WHERE x.id IS NULL), 0)::bigint AS "bonusCents",
              coalesce(sum(t.points) FILTER (WHERE x.id IS NULL), 0)::bigint AS points,
              count(x.id) AS "reversedCount", coalesce(sum(x.principal_cents), 0)::bigint AS "reversedCents"
         FROM ${FROM} WHERE ${WHERE}`,
      params,
    );
    return { rows, totals, total };
  }

  storeOf(tx: Tx, id: number): Promise<{ storeId: number } | undefined> {
    return tx.maybe<{ storeId: number }>('SELECT store_id AS "storeId" FROM top_up WHERE id = $1', [
      id,
    ]);
  }

  async countPrint(tx: Tx, id: number): Promise<number> {
    const { count } = await tx.one<{ count: number }>(
      'UPDATE top_up SET print_count = print_count + 1 WHERE id = $1 RETURNING print_count AS count',
      [id],
    );
    return count;
  }
}
