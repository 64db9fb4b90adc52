import type { Sql } from '#kernel';

export interface TenderOptions {
  code: string;
  refundable?: boolean;
  asksReference?: boolean;
  /** Left out: all of them. */
  storeIds?: readonly number[];
}

/** A tender that head office defined; returns its id. */
export async function aTender(sql: Sql, options: TenderOptions): Promise<number> {
  const { code, refundable = true, asksReference = false, storeIds } = options;
  const { id } = await sql.one<{ id: number }>(
    `INSERT INTO tender (code, name_zh, name_en, place, in_drawer, counted, asks_reference, refundable, till_key, all_stores, position)
     VALUES ($1, $1, $1, 'till', false, false, $2, $3, '6', $4, 100) RETURNING id`,
    [code, asksReference, refundable, storeIds === undefined],
  );
  for (const storeId of storeIds ?? [])
    await sql.query('INSERT INTO tender_store (tender_id, store_id) VALUES ($1, $2)', [
      id,
      storeId,
    ]);
  return id;
}
