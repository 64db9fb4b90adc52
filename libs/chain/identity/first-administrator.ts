import { Db, defineErrors, type Tx } from '#kernel';
import { openHeadOffice } from '#chain/stores';
import { hashPassword } from './passwords.js';
import { STANDARD_ROLES, type RoleSpec } from './role.rules.js';
import { isStrongEnough } from './session.rules.js';

export const InstallationError = defineErrors('installation', {
  notEmpty: { status: 409 },
  passwordTooWeak: { status: 422 },
});

export interface FirstAdministrator {
  login: string;
  name: string;
  password: string;
  storeCode: string;
  storeName: string;
  timezone: string;
}

/** A role as it is stored. Returns its id. */
export async function insertRole(tx: Tx, role: RoleSpec): Promise<number> {
  const { id } = await tx.one<{ id: number }>(
    'INSERT INTO role (code, name, permissions, all_stores) VALUES ($1, $2, $3, $4) RETURNING id',
    [role.code, role.name, role.permissions, role.allStores],
  );
  return id;
}

/**
 * Head office, the standard roles and somebody who may do everything, on an installation that has no staff yet.
 * Errors: installation.not_empty, installation.password_too_weak.
 */
export async function createFirstAdministrator(
  db: Db,
  who: FirstAdministrator,
): Promise<{ staffId: number }> {
  if (!isStrongEnough(who.password, who.login)) throw InstallationError.passwordTooWeak();
  const passwordHash = await hashPassword(who.password);
  return db.write(async (tx) => {
    // Two of these at once: the second one waits and then finds somebody.
    await tx.query('LOCK TABLE staff IN SHARE ROW EXCLUSIVE MODE');
    if (await tx.maybe('SELECT FROM staff LIMIT 1')) throw InstallationError.notEmpty();
    const roleIds = new Map<string, number>();
    for (const role of STANDARD_ROLES) roleIds.set(role.code, await insertRole(tx, role));
    const { storeCode: code, storeName, timezone } = who;
    const storeId = await openHeadOffice(tx, { code, name: storeName, timezone });
    const { id: staffId } = await tx.one<{ id: number }>(
      'INSERT INTO staff (login, name, password_hash, home_store_id) VALUES ($1, $2, $3, $4) RETURNING id',
      [who.login.toLowerCase(), who.name, passwordHash, storeId],
    );
    await tx.query('INSERT INTO staff_role (staff_id, role_id) VALUES ($1, $2)', [
      staffId,
      roleIds.get('head_office'),
    ]);
    return { staffId };
  });
}
