import { Injectable } from '@nestjs/common';
import {
  Audit,
  changeRecord,
  Db,
  assertInScope,
  assertNameFree,
  assertVersion,
  type Actor,
  type Page,
  type Sql,
} from '#kernel';
import type { StoreQuery, StoreView, UpdateStoreInput } from './store.dto.js';
import { StoreEntity } from './store.entity.js';
import { StoreError } from './store.errors.js';
import { storeList } from './store-list.report.js';
import { StoresRepository } from './stores.repository.js';

@Injectable()
export class StoresService {
  constructor(
    private readonly db: Db,
    private readonly repository: StoresRepository,
    private readonly audit: Audit,
  ) {}

  /** A page of the stores one may work in. */
  page({ storeIds }: Actor, query: StoreQuery): Promise<Page<StoreView>> {
    return this.db.read((snapshot) => storeList.page(snapshot, query, { storeIds }, query));
  }

  /** The stores of these ids with their tills, head office first. */
  list(storeIds: readonly number[], sql: Sql = this.db): Promise<StoreView[]> {
    return this.repository.list(sql, storeIds);
  }

  /** Errors: store.not_found, store.head_office_stays, store.name_taken, record.changed, access.store_forbidden. */
  update(
    actor: Actor,
    id: number,
    { version: given, ...input }: UpdateStoreInput,
  ): Promise<StoreView> {
    return this.db.write(async (tx) => {
      const before = await this.repository.lock(tx, id);
      if (!before) throw StoreError.notFound();
      assertInScope(actor, id);
      const { version, tills: _tills, ...now } = before;
      await assertVersion(tx, given, { subjectKind: 'store', subjectId: id, version, now });
      if (before.type === 'head_office' && !input.active) throw StoreError.headOfficeStays();
      // What is left out is nothing now.
      const { phone = null, address = null, ...terms } = input;
      const change = { ...terms, region: terms.region ?? '', phone, address };
      const named = { before, after: await changeRecord(tx, StoreEntity, id, change) };
      await assertNameFree(tx, StoreEntity, 'name', named, StoreError.nameTaken);
      const after = await this.repository.find(tx, id);
      if (!after) throw StoreError.notFound();
      await this.audit.record(tx, actor, {
        action: 'store.update',
        subjectKind: 'store',
        subjectId: id,
        before: now,
        after: { ...after, tills: undefined, version: undefined },
        storeId: id,
      });
      return after;
    });
  }
}
