import { testApp } from '#workshop/testing';
import { FIXTURE_PASSWORD, aStaffMember } from './identity.fixtures.js';

const api = await testApp();
const { db, org } = api;
const LOGINS = ['one', 'two', 'three', 'four'];
await db.write(async (tx) => {
  for (const login of LOGINS)
    await aStaffMember(tx, { login, homeStoreId: org.renminId, roleIds: [org.roleIds.cashier] });
});
const browsers = LOGINS.map((login) => api.as(login));
const tillId = org.renminTillId;

async function sitters(): Promise<number> {
  const rows = await db.query(
    'SELECT DISTINCT staff_id FROM session WHERE till_id = $1 AND revoked_at IS NULL',
    [tillId],
  );
  return rows.length;
}

beforeAll(() => Promise.all(browsers.map((browser) => browser.get('/api/v1/session'))));
beforeEach(() => db.query('UPDATE session SET till_id = NULL'));

describe('several people at one till at once', () => {
  it.each([1, 2, 3, 4, 5])('an empty till is given to one of them (%i)', async () => {
    const answers = await Promise.all(
      browsers.map((browser) => browser.put('/api/v1/session/till', { tillId })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await sitters()).toBe(1);
  });

  it.each([1, 2, 3, 4, 5])('whoever takes it over, one sits (%i)', async () => {
    const answers = await Promise.all(
      browsers.map((browser) => browser.put('/api/v1/session/till', { tillId, takeOver: true })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await sitters()).toBe(1);
  });

  it.each([1, 2, 3, 4, 5])('a new sign-in keeps no till that is taken over (%i)', async () => {
    const [mine, theirs] = browsers as [(typeof browsers)[0], (typeof browsers)[0]];
    await mine.put('/api/v1/session/till', { tillId });
    await Promise.all([
      mine.post('/api/v1/session', { login: 'one', password: FIXTURE_PASSWORD }),
      // A sign-in takes a while for its password: at about the same time.
      new Promise((resolve) => setTimeout(resolve, Math.random() * 60)).then(() =>
        theirs.put('/api/v1/session/till', { tillId, takeOver: true }),
      ),
    ]);
    expect(await sitters()).toBe(1);
  });
});
