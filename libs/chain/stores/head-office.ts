import { addRecord, type Tx } from '#kernel';
import { StoreEntity } from './store.entity.js';

/** The head office of an installation that has no store yet. Returns its id. */
export async function openHeadOffice(
  tx: Tx,
  store: { code: string; name: string; timezone: string },
): Promise<number> {
  return (await addRecord(tx, StoreEntity, { ...store, type: 'head_office' })).id;
}
