import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '#kernel';
import type { StoreView, UpdateStoreInput } from './store.dto.js';

const STORE = `
  SELECT s.id, s.code, s.name, s.type, s.region, s.timezone, s.cutover_hour AS "cutoverHour", s.active, s.phone, s.address, s.version,
         COALESCE((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'active', t.active) ORDER BY t.name)
                     FROM till t WHERE t.store_id = s.id), '[]') AS tills
    FROM store s`;

@Injectable()
export class StoresRepository {
  list(sql: Sql, storeIds: readonly number[]): Promise<StoreView[]> {
    return sql.query<StoreView>(
      `${STORE} WHERE s.id = ANY($1) ORDER BY s.type DESC, s.region, s.code`,
      [storeIds],
    );
  }

  find(sql: Sql, id: number): Promise<StoreView | undefined> {
    return sql.maybe<StoreView>(`${STORE} WHERE s.id = $1`, [id]);
  }

  lock(tx: Tx, id: number): Promise<StoreView | undefined> {
    return tx.maybe<StoreView>(`${STORE} WHERE s.id = $1 FOR UPDATE OF s`, [id]);
  }

  update(tx: Tx, id: number, input: UpdateStoreInput): Promise<unknown> {
    return tx.query(
      `UPDATE store SET name = $2, region = $3, timezone = $4, cutover_hour = $5, phone = $6, address = $7, active = $8, version = version + 1 WHERE id = $1`,
      [
        id,
        input.name,
        input.region ?? '',
        input.timezone,
        input.cutoverHour,
        input.phone ?? null,
        input.address ?? null,
        input.active,
      ],
    );
  }
}
