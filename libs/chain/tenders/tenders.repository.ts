import { changeRecord, type Sql, type Tx } from '#kernel';
import { runMaybe, sql } from '#kernel/lists';
import { Injectable } from '@nestjs/common';
import type { NewTenderInput, ScreenTender, TenderInput, TenderView } from './tender.dto.js';
import { tenderRows } from './tender-list.query.js';
import { TenderEntity } from './tender.entity.js';
import type { TenderTerms } from './tender.rules.js';

/** The tender `t` as one store sees it, as JSON; the store is SQL of the statement it stands in. */
export const tenderFacts = (store: string): string => `
  json_build_object('code', t.code, 'place', t.place, 'asksReference', t.asks_reference, 'refundable', t.refundable,
    'retired', t.retired_at IS NOT NULL,
    'here', t.all_stores OR EXISTS (SELECT FROM tender_store x WHERE x.tender_id = t.id AND x.store_id = ${store}))`;

const TERMS = `SELECT json_agg(${tenderFacts('$2::bigint')}) AS terms FROM tender t WHERE t.code = ANY ($1::text[])`;

@Injectable()
export class TendersRepository {
  async terms(on: Sql, codes: readonly string[], storeId: number): Promise<TenderTerms[]> {
    const { terms } = await on.one<{ terms: TenderTerms[] | null }>(TERMS, [codes, storeId]);
    return terms ?? [];
  }

  /** All of them; taken: at the store, or for nobody's till anywhere. */
  forScreens(on: Sql, storeId: number | null): Promise<ScreenTender[]> {
    return on.query<ScreenTender>(
      `SELECT t.code, t.name_zh AS "nameZh", t.name_en AS "nameEn", t.place, t.asks_reference AS "asksReference", t.refundable, t.till_key AS "tillKey",
              t.retired_at IS NULL AND (t.all_stores OR $1::bigint IS NULL
                OR EXISTS (SELECT FROM tender_store x WHERE x.tender_id = t.id AND x.store_id = $1::bigint)) AS taken
         FROM tender t ORDER BY t.position, t.id`,
      [storeId],
    );
  }

  find(on: Sql, id: number): Promise<TenderView | undefined> {
    return runMaybe(on, tenderRows(sql`SELECT ${id}::bigint AS id`));
  }

  lock(tx: Tx, id: number): Promise<TenderView | undefined> {
    return runMaybe(tx, sql`${tenderRows(sql`SELECT ${id}::bigint AS id`)} FOR UPDATE OF t`);
  }

  async insert(tx: Tx, input: NewTenderInput): Promise<number | undefined> {
    const row = { ...rowOf(input), code: input.code };
    const insert = tx.manager.createQueryBuilder().insert().into(TenderEntity).values(row);
    // A code that is taken stays as it is; a name that is taken is still refused.
    const { raw } = await insert.orUpdate([], ['code']).returning('id').execute();
    return (raw as { id: number }[])[0]?.id;
  }

  /** `retiredAt` where that changes. */
  update(tx: Tx, id: number, terms: TenderInput, retiredAt?: Date | null): Promise<unknown> {
    return changeRecord(tx, TenderEntity, id, { ...rowOf(terms), retiredAt });
  }

  async setStores(tx: Tx, id: number, storeIds: readonly number[]): Promise<void> {
    await tx.query(
      'DELETE FROM tender_store WHERE tender_id = $1 AND store_id <> ALL ($2::bigint[])',
      [id, storeIds],
    );
    await tx.query(
      `INSERT INTO tender_store (tender_id, store_id) SELECT $1, s FROM unnest($2::bigint[]) AS s ON CONFLICT DO NOTHING`,
      [id, storeIds],
    );
  }

  /** One of the ids that is no store. */
  async unknownStore(on: Sql, storeIds: readonly number[]): Promise<number | undefined> {
    const row = await on.maybe<{ id: number }>(
      'SELECT s AS id FROM unnest($1::bigint[]) AS s WHERE NOT EXISTS (SELECT FROM store WHERE store.id = s) LIMIT 1',
      [storeIds],
    );
    return row?.id;
  }

  /** Money was taken or given by it. It reads the whole ledger where that is not so: asked only before what it is changes. */
  async isUsed(on: Sql, code: string): Promise<boolean> {
    const { used } = await on.one<{ used: boolean }>(
      'SELECT EXISTS (SELECT FROM ledger.posting p WHERE p.house = ANY ($1::text[])) AS used',
      [[`tender:${code}`, `safe:${code}`]],
    );
    return used;
  }
}

const rowOf = ({ storeIds, ...terms }: TenderInput) => ({ ...terms, allStores: !storeIds });
