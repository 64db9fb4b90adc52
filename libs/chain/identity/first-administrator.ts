import { addRecord, Db, defineErrors, type Tx } from '#kernel';
import { openHeadOffice } from '#chain/stores';
import { RoleEntity, StaffEntity, StaffRoleEntity } from './identity.entity.js';
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
  return (await addRecord(tx, RoleEntity, { ...role, permissions: [...role.permissions] })).id;
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
    const { name, storeCode: code, storeName, timezone } = who;
    const homeStoreId = await openHeadOffice(tx, { code, name: storeName, timezone });
    const person = { login: who.login.toLowerCase(), name, passwordHash, homeStoreId };
    const { id: staffId } = await addRecord(tx, StaffEntity, person);
    await tx.manager.insert(StaffRoleEntity, { staffId, roleId: roleIds.get('head_office')! });
    return { staffId };
  });
}
