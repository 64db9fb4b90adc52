import { byStoreName } from '#chain/stores';
import { by, byWords, nothing, sql, type SqlText } from '#kernel/lists';

export const STAFF_SORTS = {
  name: byWords(sql`f.name`),
  login: by(sql`f.login`),
  homeStoreName: byStoreName(sql`f.home_store_id`),
};

/** Somebody is of a store by being at home there or by being assigned. */
const ofStores = (storeIds: readonly number[]): SqlText => sql`
  (f.home_store_id = ANY (${storeIds}::bigint[])
   OR EXISTS (SELECT FROM staff_store ss WHERE ss.staff_id = f.id AND ss.store_id = ANY (${storeIds}::bigint[])))`;

interface StaffFilter {
  q?: string | null;
  store?: readonly number[] | null;
  role?: readonly number[] | null;
  active?: boolean | null;
}

/** The condition on `f` that a filter means; `storeIds` null: of the whole chain. */
export function staffMatches(
  { q, store, role, active }: StaffFilter,
  storeIds: readonly number[] | null,
): SqlText {
  const like = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
  return sql`${storeIds ? ofStores(storeIds) : sql`true`}
    ${store ? sql`AND ${ofStores(store)}` : nothing}
    ${role ? sql`AND EXISTS (SELECT FROM staff_role sr WHERE sr.staff_id = f.id AND sr.role_id = ANY (${role}::bigint[]))` : nothing}
    ${active == null ? nothing : sql`AND f.active = ${active}`}
    ${like ? sql`AND (f.name LIKE ${like} OR f.login LIKE lower(${like}))` : nothing}`;
}

/** The rows of a list for the people whose ids a query gives; of their stores those that the reader may see. */
export function staffRows(ids: SqlText, storeIds: readonly number[]): SqlText {
  return sql`
    SELECT f.id, f.login, f.name, f.active, f.home_store_id AS "homeStoreId", h.name AS "homeStoreName",
           coalesce((SELECT jsonb_agg(jsonb_build_object('code', r.code, 'name', r.name) ORDER BY r.id)
                       FROM staff_role sr JOIN role r ON r.id = sr.role_id WHERE sr.staff_id = f.id), '[]') AS roles,
           ARRAY(SELECT ss.store_id FROM staff_store ss WHERE ss.staff_id = f.id AND ss.store_id = ANY (${storeIds}::bigint[])
                  ORDER BY ss.store_id) AS "storeIds"
      FROM (${ids}) x JOIN staff f ON f.id = x.id JOIN store h ON h.id = f.home_store_id`;
}
