import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '#kernel';
import { run, runMaybe, sql } from '#kernel/lists';
import type { StoreView } from './store.dto.js';
import { storeRows } from './store-list.query.js';

@Injectable()
export class StoresRepository {
  /** Head office first. */
  list(on: Sql, storeIds: readonly number[]): Promise<StoreView[]> {
    const ids = sql`SELECT unnest(${storeIds}::bigint[]) AS id`;
    return run(on, sql`${storeRows(ids)} ORDER BY s.type DESC, s.region, s.code`);
  }

  find(on: Sql, id: number): Promise<StoreView | undefined> {
    return runMaybe(on, storeRows(sql`SELECT ${id}::bigint AS id`));
  }

  lock(tx: Tx, id: number): Promise<StoreView | undefined> {
    return runMaybe(tx, sql`${storeRows(sql`SELECT ${id}::bigint AS id`)} FOR UPDATE OF s`);
  }
}
