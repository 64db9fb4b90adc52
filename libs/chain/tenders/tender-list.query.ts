import { by, byWords, nothing, sql, type SqlText } from '#kernel/lists';
import type { TenderState } from './tender.rules.js';

export const TENDER_SORTS = {
  nameZh: byWords(sql`t.name_zh`),
  nameEn: byWords(sql`t.name_en`),
  code: by(sql`t.code`),
  tillKey: by(sql`t.till_key`),
  position: by(sql`t.position`),
};

interface TenderFilter {
  q?: string | null | undefined;
  tenderState?: TenderState | null | undefined;
}

/** The condition on `t` that a filter means. Tenders are the chain's: who may see no store sees none. */
export function tenderMatches(
  { q, tenderState }: TenderFilter,
  storeIds: readonly number[],
): SqlText {
  const like = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
  return sql`cardinality(${storeIds}::bigint[]) > 0
    ${tenderState ? sql`AND (t.retired_at IS NOT NULL) = ${tenderState === 'retired'}` : nothing}
    ${like ? sql`AND (t.name_zh ILIKE ${like} OR t.name_en ILIKE ${like} OR t.code ILIKE ${like})` : nothing}`;
}

/** The tenders whose ids a query gives, with the stores that take them. */
export const tenderRows = (ids: SqlText): SqlText => sql`
  SELECT t.id, t.code, t.name_zh AS "nameZh", t.name_en AS "nameEn", t.place, t.in_drawer AS "inDrawer", t.counted, t.asks_reference AS "asksReference",
         t.refundable, t.till_key AS "tillKey", t.position, t.built_in AS "builtIn", t.version,
         CASE WHEN t.retired_at IS NULL THEN 'taken' ELSE 'retired' END AS state,
         CASE WHEN NOT t.all_stores THEN coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) ORDER BY s.name)
                     FROM tender_store x JOIN store s ON s.id = x.store_id WHERE x.tender_id = t.id), '[]') END AS stores
    FROM (${ids}) h JOIN tender t ON t.id = h.id`;
