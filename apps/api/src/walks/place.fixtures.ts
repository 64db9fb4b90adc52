import { insertRole } from '#chain/identity';
import { hashStaffPin } from '#chain/approvals';
import { STAFF_PIN, type TestApp, type TestBrowser } from '#workshop/testing';
import { aStaffMember } from '../../../../libs/chain/identity/identity.fixtures.js';

/** A store where somebody may do everything, and somebody else agrees. */
export interface Place {
  api: TestApp;
  code: 'RM' | 'BJ';
  storeId: number;
  tillId: number;
  staffId: number;
  /** Has every right, at this store only, and stands at its till. */
  desk: TestBrowser;
  /** Head office, at this store's till: what only the chain may do. */
  head: TestBrowser;
  logins: { desk: string; head: string };
  /** The second person on the same screen. */
  approval: { login: string; pin: string };
  /** First digits of the cards that this store may issue. */
  prefix: string;
}

/** Two stores that may not see each other's papers. */
export async function twoPlaces(api: TestApp): Promise<{ here: Place; there: Place }> {
  const { db, org } = api;
  const everything = await db.write((tx) =>
    insertRole(tx, { code: 'all_here', name: '本店全权', permissions: ['*'], allStores: false }),
  );
  const chain = await db.write((tx) =>
    insertRole(tx, { code: 'all_chain', name: '连锁全权', permissions: ['*'], allStores: true }),
  );
  const pin = await hashStaffPin(STAFF_PIN);
  const place = async (code: Place['code'], storeId: number, tillId: number): Promise<Place> => {
    const low = code.toLowerCase();
    const staff = (name: string, roleId: number) =>
      db.write(async (tx) => {
        const login = `${name}-${low}`;
        const id = await aStaffMember(tx, { login, homeStoreId: storeId, roleIds: [roleId] });
        await tx.query('INSERT INTO staff_pin (staff_id, hash) VALUES ($1, $2)', [id, pin]);
        return id;
      });
    const staffId = await staff('desk', everything);
    await staff('boss', everything);
    await staff('head', chain);
    const [desk, head] = [api.as(`desk-${low}`), api.as(`head-${low}`)];
    for (const browser of [desk, head]) await browser.sitAt(tillId);
    const prefix = code === 'RM' ? '68000001' : '68000002';
    return {
      ...{ api, code, storeId, tillId, staffId, desk, head, prefix },
      logins: { desk: `desk-${low}`, head: `head-${low}` },
      approval: { login: `boss-${low}`, pin: STAFF_PIN },
    };
  };
  return {
    here: await place('RM', org.renminId, org.renminTillId),
    there: await place('BJ', org.binjiangId, org.binjiangTillId),
  };
}
