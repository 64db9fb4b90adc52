import { byNameOf, sql } from '#kernel/lists';

/** Lists of others are sorted by it. */
export const byLevelName = byNameOf(sql`SELECT id, name FROM level`);
