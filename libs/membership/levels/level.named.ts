import type { NamedThings } from '#chain/conditions';
import { sql } from '#kernel/lists';

/** Levels, as conditions name them. */
export const LEVELS: NamedThings = {
  type: 'bigint[]',
  found: (values) => `SELECT count(*) FROM level WHERE id = ANY (${values})`,
  offered: () => sql`SELECT id::text AS value, name AS label FROM level ORDER BY rank`,
};
