import type { Queryable } from './sql.js';

const CHUNK = 5_000;

/**
 * Inserts plain rows (keys are column names) in a few large statements, with the ids that they carry.
 * `cutBefore` tells where a statement may end, for tables whose triggers judge a statement as a whole.
 */
export async function bulkInsert(
  client: Queryable,
  table: string,
  rows: readonly Record<string, unknown>[],
  cutBefore: (row: Record<string, unknown>) => boolean = () => true,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ');
  const text = `INSERT INTO ${table} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)`;
  let from = 0;
  while (from < rows.length) {
    let to = Math.min(from + CHUNK, rows.length);
    for (let row = rows[to]; row && !cutBefore(row); row = rows[to]) to += 1;
    await client.query(text, [JSON.stringify(rows.slice(from, to))]);
    from = to;
  }
}

/** After rows came with their own ids: the next id follows the highest one. */
export async function restartIdentity(client: Queryable, ...tables: string[]): Promise<void> {
  for (const table of tables) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, 'id'), greatest(1, coalesce((SELECT max(id) FROM ${table}), 0)), (SELECT count(*) > 0 FROM ${table}))`,
      [table],
    );
  }
}
