import type { Tx } from '#kernel';
import { hashPassword } from './passwords.js';

export const FIXTURE_PASSWORD = 'shuke-test';
let hash: Promise<string> | undefined;
let count = 0;

/** Somebody who signs in with FIXTURE_PASSWORD. Returns the staff id. */
export async function aStaffMember(
  tx: Tx,
  options: {
    homeStoreId: number;
    login?: string;
    name?: string;
    storeIds?: readonly number[];
    roleIds?: readonly number[];
  },
): Promise<number> {
  count += 1;
  const {
    login = `staff${count}`,
    name = login,
    homeStoreId,
    storeIds = [homeStoreId],
    roleIds = [],
  } = options;
  const { id } = await tx.one<{ id: number }>(
    'INSERT INTO staff (login, name, password_hash, home_store_id) VALUES ($1, $2, $3, $4) RETURNING id',
    [login, name, await (hash ??= hashPassword(FIXTURE_PASSWORD)), homeStoreId],
  );
  await tx.query('INSERT INTO staff_role (staff_id, role_id) SELECT $1, unnest($2::bigint[])', [
    id,
    roleIds,
  ]);
  await tx.query('INSERT INTO staff_store (staff_id, store_id) SELECT $1, unnest($2::bigint[])', [
    id,
    storeIds,
  ]);
  return id;
}
