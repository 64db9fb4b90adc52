import { businessDateOf, type Sql } from '#kernel';

/** Head office's business date: the day of an import. */
export async function headOfficeToday(sql: Sql, now: Date): Promise<string> {
  const clock = await sql.one<{ timezone: string; cutoverHour: number }>(
    `SELECT timezone, cutover_hour AS "cutoverHour" FROM store ORDER BY type = 'head_office' DESC, id LIMIT 1`,
  );
  return businessDateOf(now, clock);
}

/**
 * Tables grow a hundredfold under plans that were made while they were empty, those behind foreign keys too: within this
 * transaction everything is asked by key.
 */
export async function askByKey(sql: Sql): Promise<void> {
  await sql.query("SELECT set_config('enable_seqscan', 'off', true)");
}
