import { byNameOf, sql } from '#kernel/lists';

/** Lists of others are sorted by it. */
export const byStaffName = byNameOf(sql`SELECT id, name FROM staff`);
