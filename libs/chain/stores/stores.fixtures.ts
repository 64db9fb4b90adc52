import type { Sql } from '#kernel';

let count = 0;

/** A branch store; its clock is Asia/Shanghai with the day ending at midnight unless told otherwise. Returns its id. */
export async function aStore(
  sql: Sql,
  options: {
    code?: string;
    name?: string;
    type?: 'head_office' | 'branch';
    region?: string;
    cutoverHour?: number;
  } = {},
): Promise<number> {
  count += 1;
  const {
    code = `T${count}`,
    name = `${code} 店`,
    type = 'branch',
    region = '',
    cutoverHour = 0,
  } = options;
  const { id } = await sql.one<{ id: number }>(
    `INSERT INTO store (code, name, type, region, timezone, cutover_hour, phone, address)
     VALUES ($1, $2, $3, $4, 'Asia/Shanghai', $5, '02155550101', '人民路 1 号') RETURNING id`,
    [code, name, type, region, cutoverHour],
  );
  return id;
}

export async function aTill(sql: Sql, storeId: number, name = '1'): Promise<number> {
  const { id } = await sql.one<{ id: number }>(
    'INSERT INTO till (store_id, name) VALUES ($1, $2) RETURNING id',
    [storeId, name],
  );
  return id;
}
