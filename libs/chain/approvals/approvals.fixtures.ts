import type { Db } from '#kernel';
import { type Organisation, STAFF_PIN } from '#workshop/testing';
import { aStaffMember } from '../identity/identity.fixtures.js';
import { hashStaffPin } from './staff-pins.service.js';

/** Another person of head office, who agrees to what `head` does: login `finance`. */
export async function aSecondHead(
  db: Db,
  org: Organisation,
): Promise<{ login: string; pin: string }> {
  const login = 'finance';
  await db.write(async (tx) => {
    const staffId = await aStaffMember(tx, {
      login,
      homeStoreId: org.headOfficeId,
      roleIds: [org.roleIds.head_office],
    });
    const hash = await hashStaffPin(STAFF_PIN);
    await tx.query('INSERT INTO staff_pin (staff_id, hash) VALUES ($1, $2)', [staffId, hash]);
  });
  return { login, pin: STAFF_PIN };
}
