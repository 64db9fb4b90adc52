/** Of the staff `f`: their roles let them work everywhere. */
export const ALL_STORES =
  'EXISTS (SELECT FROM staff_role sr JOIN role r ON r.id = sr.role_id WHERE sr.staff_id = f.id AND r.all_stores)';

/** A query of the ids among `ids` of those who work at a store, for the statement of whoever asks; both are SQL. */
export const staffOfStore = (ids: string, store: string): string => `
  SELECT f.id FROM staff f
   WHERE f.id = ANY ((SELECT ${ids}::bigint[])::bigint[]) AND f.active
     AND (${ALL_STORES} OR EXISTS (SELECT FROM staff_store ss WHERE ss.staff_id = f.id AND ss.store_id = ${store}))`;
