import type { NamedThings } from '#chain/conditions';
import { sql } from '#kernel/lists';

/** Stores and their regions, as conditions name them. */
export const STORES: NamedThings = {
  type: 'bigint[]',
  found: (values) => `SELECT count(*) FROM store WHERE id = ANY (${values})`,
  offered: (storeIds) =>
    sql`SELECT id::text AS value, name AS label FROM store WHERE id = ANY (${storeIds}) AND type = 'branch' ORDER BY id`,
};

export const REGIONS: NamedThings = {
  type: 'text[]',
  found: (values) => `SELECT count(DISTINCT region) FROM store WHERE region = ANY (${values})`,
  offered: (storeIds) =>
    sql`SELECT DISTINCT region AS value, region AS label FROM store WHERE id = ANY (${storeIds}) AND type = 'branch' AND region <> '' ORDER BY region`,
};
