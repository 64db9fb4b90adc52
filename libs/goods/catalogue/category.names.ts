import { byNameOf, sql } from '#kernel/lists';

/** Lists of others are sorted by it. */
export const byCategoryName = byNameOf(sql`SELECT id, name FROM category`);
