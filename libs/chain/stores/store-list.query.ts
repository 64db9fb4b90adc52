import { by, byWords, nothing, sql, type SqlText } from '#kernel/lists';

export const STORE_SORTS = {
  name: byWords(sql`s.name`),
  code: by(sql`s.code`),
  type: by(sql`s.type`),
  region: byWords(sql`s.region`),
};

interface StoreFilter {
  q?: string | null | undefined;
  active?: boolean | null | undefined;
}

/** The condition on `s` that a filter means. */
export function storeMatches({ q, active }: StoreFilter, storeIds: readonly number[]): SqlText {
  const like = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
  return sql`s.id = ANY (${storeIds}::bigint[])
    ${active == null ? nothing : sql`AND s.active = ${active}`}
    ${like ? sql`AND (s.name ILIKE ${like} OR s.code ILIKE ${like} OR s.region ILIKE ${like} OR s.address ILIKE ${like})` : nothing}`;
}

/** The stores whose ids a query gives, with their tills. */
export const storeRows = (ids: SqlText): SqlText => sql`
  SELECT s.id, s.code, s.name, s.type, s.region, s.timezone, s.cutover_hour AS "cutoverHour", s.active, s.phone, s.address, s.version,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'active', t.active) ORDER BY t.name)
                     FROM till t WHERE t.store_id = s.id), '[]') AS tills
    FROM (${ids}) h JOIN store s ON s.id = h.id`;
