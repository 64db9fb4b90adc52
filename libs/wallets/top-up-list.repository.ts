import type { Sql, Tx } from '#kernel';
import { run, runOne, sql } from '#reports';
import { Injectable } from '@nestjs/common';
import type { TopUpRowView, TopUpTotals } from './top-up-list.dto.js';
import { type TopUpFilter, topUpMatches, topUpRows } from './top-up-list.query.js';

@Injectable()
export class TopUpListRepository {
  /** A page of the top-ups of these stores, the newest first, and the sums of all that were found. */
  async page(
    on: Sql,
    filter: TopUpFilter,
    at: { storeIds: readonly number[]; limit: number; offset: number },
  ): Promise<{ rows: TopUpRowView[]; totals: TopUpTotals; total: number }> {
    const matches = topUpMatches(filter, at.storeIds);
    const ids = sql`SELECT t.id FROM top_up t WHERE ${matches} ORDER BY t.business_date DESC, t.id DESC LIMIT ${at.limit} OFFSET ${at.offset}`;
    const rows = await run<TopUpRowView>(
      on,
      sql`${topUpRows(ids)} ORDER BY t.business_date DESC, t.id DESC`,
    );
    const { total, ...totals } = await runOne<TopUpTotals & { total: number }>(
      on,
      sql`SELECT count(*) AS total, count(*) FILTER (WHERE x.id IS NULL) AS count,
                 coalesce(sum(t.principal_cents) FILTER (WHERE x.id IS NULL), 0)::bigint AS "principalCents",
                 coalesce(sum(t.bonus_cents) FILTER (WHERE x.id IS NULL), 0)::bigint AS "bonusCents",
                 coalesce(sum(t.points) FILTER (WHERE x.id IS NULL), 0)::bigint AS points,
                 count(x.id) AS "reversedCount", coalesce(sum(x.principal_cents), 0)::bigint AS "reversedCents"
            FROM top_up t LEFT JOIN top_up_reversal x ON x.top_up_id = t.id WHERE ${matches}`,
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
