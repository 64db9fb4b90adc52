import { FixedClock } from '#kernel';
import { testApp, type TestBrowser } from '#workshop/testing';
import { FIXTURE_PASSWORD, aStaffMember } from './identity.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T02:00:00Z'));
const api = await testApp({ clock });
const { org, db } = api;
const later = (minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * 60_000));
const signIn = (
  browser: TestBrowser,
  login: string,
  password: string = FIXTURE_PASSWORD,
  remoteAddress?: string,
) => browser.post('/api/v1/session', { login, password }, { remoteAddress });
const someone = (login: string) =>
  db.write((tx) =>
    aStaffMember(tx, { login, homeStoreId: org.renminId, roleIds: [org.roleIds.cashier] }),
  );

describe('signing in', () => {
  it('answers who is there, where, and what they may do', async () => {
    const cashier = api.as('cashier');
    const { status, body } = await cashier.get('/api/v1/session');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      staff: {
        id: org.staffIds.cashier,
        login: 'cashier',
        name: '小李',
        homeStoreId: org.renminId,
      },
      roles: [{ code: 'cashier' }],
      allStores: false,
      stores: [{ code: 'RM', tills: [{ id: org.renminTillId, name: '1', active: true }] }],
      till: { id: org.renminTillId, storeCode: 'RM', storeName: '人民路店' },
      businessDate: '2026-11-22',
      expiresAt: '2026-11-22T14:00:00.000Z',
      locked: false,
      demo: false,
      currency: 'CNY',
      settings: { pinLimitCents: 20_000, spendOrder: 'proportional', receiptPrint: 'ask' },
    });
    expect(body.permissions).toEqual(expect.arrayContaining(['member.register', 'store.read']));
    expect(body.permissions).not.toContain('settings.write');
  });

  it('shows head office every store and every right', async () => {
    const { body } = await api.as('head').get('/api/v1/session');
    expect(body).toMatchObject({ allStores: true, till: null, businessDate: null });
    expect(body.stores.map((store: { code: string }) => store.code).sort()).toEqual([
      'BJ',
      'HO',
      'RM',
    ]);
    expect(body.permissions).toEqual(
      expect.arrayContaining(['audit.read', 'settings.write', 'stock.open']),
    );
  });

  it('takes the login in any case', async () => {
    expect((await signIn(api.browser(), ' Cashier ')).status).toBe(201);
  });

  it('gives a cookie that scripts and other sites cannot have', async () => {
    const { headers } = await signIn(api.browser(), 'head');
    const [session, device] = headers['set-cookie'] as string[];
    expect(session).toMatch(
      /^shuke_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(device).toMatch(
      /^shuke_device=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('keeps only a hash of what the cookie says', async () => {
    const { headers } = await signIn(api.browser(), 'head');
    const token = /shuke_session=([\w-]+)/.exec(String(headers['set-cookie']))?.[1] ?? '';
    const rows = await db.query<{ text: string }>('SELECT session::text AS text FROM session');
    expect(rows.filter((row) => row.text.includes(token))).toEqual([]);
  });

  it('refuses a wrong password, an unknown login and somebody who left alike', async () => {
    const id = await someone('left');
    await db.query('UPDATE staff SET active = false WHERE id = $1', [id]);
    for (const [login, password] of [
      ['head', 'wrong'],
      ['nobody', FIXTURE_PASSWORD],
      ['left', FIXTURE_PASSWORD],
    ] as const) {
      const { status, body } = await signIn(api.browser(), login, password, '10.0.0.1');
      expect({ status, code: body.code, params: body.params }).toEqual({
        status: 401,
        code: 'session.wrong_credentials',
        params: {},
      });
    }
  });

  it('ends the session that the browser had before', async () => {
    const browser = api.browser();
    await signIn(browser, 'manager');
    const count = () =>
      db.one<{ count: number }>(
        'SELECT count(*) FROM session WHERE staff_id = $1 AND revoked_at IS NULL',
        [org.staffIds.manager],
      );
    const before = await count();
    await signIn(browser, 'manager');
    expect(await count()).toEqual(before);
  });
});

describe('the till', () => {
  it('can be chosen where one is assigned only', async () => {
    const cashier = api.as('cashier');
    const { status, body } = await cashier.put('/api/v1/session/till', {
      tillId: org.binjiangTillId,
    });
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'session.till_not_allowed' });
    expect((await cashier.get('/api/v1/session')).body.till.id).toBe(org.renminTillId);
    expect((await cashier.put('/api/v1/session/till', { tillId: 9_999 })).status).toBe(403);
  });

  it('stays when the same person signs in again in the same browser', async () => {
    const manager = api.as('manager');
    await manager.put('/api/v1/session/till', { tillId: org.binjiangTillId });
    expect((await signIn(manager, 'manager')).body.till.id).toBe(org.binjiangTillId);
    expect((await signIn(manager, 'cashier')).body.till).toBeNull();
  });

  it('has the business date of its store', async () => {
    clock.set('2026-11-22T18:00:00Z');
    const manager = api.as('manager');
    expect((await manager.get('/api/v1/session')).body.businessDate).toBe('2026-11-22');
    expect(
      (await manager.put('/api/v1/session/till', { tillId: org.binjiangTillId })).body.businessDate,
    ).toBe('2026-11-23');
  });
});

describe('leaving', () => {
  it('locks, and opens with the password', async () => {
    const cashier = api.as('cashier');
    expect((await cashier.put('/api/v1/session/lock')).status).toBe(204);
    expect((await cashier.get('/api/v1/stores')).body.code).toBe('session.locked');
    expect((await cashier.get('/api/v1/session')).body.locked).toBe(true);
    const wrong = await cashier.post('/api/v1/session/unlock', { password: 'wrong' });
    expect({ status: wrong.status, code: wrong.body.code }).toEqual({
      status: 422,
      code: 'session.wrong_password',
    });
    const opened = await cashier.post('/api/v1/session/unlock', { password: FIXTURE_PASSWORD });
    expect(opened).toMatchObject({
      status: 200,
      body: { locked: false, till: { id: org.renminTillId } },
    });
    expect((await cashier.get('/api/v1/stores')).status).toBe(200);
  });

  it('locks a till that was left alone, and ends any other session', async () => {
    const cashier = api.as('cashier');
    const head = api.as('head');
    await Promise.all([cashier.get('/api/v1/session'), head.get('/api/v1/session')]);
    later(29);
    expect((await cashier.get('/api/v1/stores')).status).toBe(200);
    later(29);
    expect((await cashier.get('/api/v1/stores')).status).toBe(200);
    expect((await head.get('/api/v1/stores')).body.code).toBe('session.expired');
    later(31);
    expect((await cashier.get('/api/v1/stores')).body.code).toBe('session.locked');
    await cashier.post('/api/v1/session/unlock', { password: FIXTURE_PASSWORD });
    expect((await cashier.get('/api/v1/stores')).status).toBe(200);
  });

  it('ends everything after twelve hours', async () => {
    const cashier = api.as('cashier');
    await cashier.get('/api/v1/session');
    for (let quarter = 0; quarter < 47; quarter += 1) {
      later(15);
      expect((await cashier.get('/api/v1/session')).status).toBe(200);
    }
    later(15);
    const { status, body } = await cashier.get('/api/v1/session');
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'session.expired' });
  });

  it('signs out for good, and again without complaint', async () => {
    const head = api.as('head');
    await head.get('/api/v1/session');
    expect((await head.delete('/api/v1/session')).status).toBe(204);
    expect((await head.get('/api/v1/session')).body.code).toBe('session.none');
    expect((await head.delete('/api/v1/session')).status).toBe(204);
  });

  it('has no session any more when the person is gone', async () => {
    const id = await someone('going');
    const browser = api.as('going');
    expect((await browser.get('/api/v1/session')).status).toBe(200);
    await db.query('UPDATE staff SET active = false WHERE id = $1', [id]);
    expect((await browser.get('/api/v1/session')).body.code).toBe('session.none');
  });
});

describe('the password', () => {
  it('changes with the current one and ends the other sessions', async () => {
    await someone('changing');
    const [here, there] = [api.as('changing'), api.as('changing')];
    await Promise.all([here.get('/api/v1/session'), there.get('/api/v1/session')]);
    const change = (currentPassword: string, newPassword: string) =>
      here.put(
        '/api/v1/session/password',
        { currentPassword, newPassword },
        { remoteAddress: '10.4.0.1' },
      );
    expect((await change('wrong', 'a better one')).body.code).toBe('session.wrong_password');
    expect((await change(FIXTURE_PASSWORD, 'short')).body.code).toBe('session.password_too_weak');
    expect((await change(FIXTURE_PASSWORD, 'CHANGING')).body.code).toBe(
      'session.password_too_weak',
    );
    expect((await change(FIXTURE_PASSWORD, 'a better one')).status).toBe(204);
    expect((await here.get('/api/v1/session')).status).toBe(200);
    expect((await there.get('/api/v1/session')).body.code).toBe('session.none');
    expect((await signIn(api.browser(), 'changing', FIXTURE_PASSWORD, '10.4.0.2')).status).toBe(
      401,
    );
    expect((await signIn(api.browser(), 'changing', 'a better one', '10.4.0.2')).status).toBe(201);
    const record = await db.maybe('SELECT FROM audit_record WHERE action = $1', [
      'staff.change_password',
    ]);
    expect(record).toBeDefined();
  });
});

describe('requests from elsewhere', () => {
  const body = { login: 'cashier', password: FIXTURE_PASSWORD };
  it.each<[string, Record<string, string>]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:9999' }],
    ['no origin', { origin: '' }],
    ['a null origin', { origin: 'null' }],
    ['no header of ours', { 'x-requested-with': 'XMLHttpRequest' }],
  ])('are refused with %s', async (_name, headers) => {
    const answer = await api.browser().post('/api/v1/session', body, { headers });
    expect({ status: answer.status, code: answer.body.code }).toEqual({
      status: 403,
      code: 'request.wrong_origin',
    });
  });
});

it('shows the people of the own stores only', async () => {
  await db.write((tx) => aStaffMember(tx, { login: 'river', homeStoreId: org.binjiangId }));
  const logins = async (login: string) => {
    const { body } = await api.as(login).get('/api/v1/staff?pageSize=200');
    return body.rows.map((row: { login: string }) => row.login) as string[];
  };
  expect(await logins('head')).toEqual(expect.arrayContaining(['head', 'manager', 'river']));
  expect(await logins('manager')).toContain('river');
  expect(await logins('manager')).not.toContain('head');
  expect((await api.as('cashier').get('/api/v1/staff')).status).toBe(403);
  expect((await api.as('manager').get('/api/v1/staff?q=river')).body).toMatchObject({
    total: 1,
    rows: [{ homeStoreName: '滨江店' }],
  });
  const { body: roles } = await api.as('head').get('/api/v1/roles');
  const cashiers = roles.find(({ code }: { code: string }) => code === 'cashier').id as number;
  const { body } = await api.as('head').get(`/api/v1/staff?roleId=${cashiers}`);
  expect(body.total).toBeGreaterThan(0);
  for (const { roles } of body.rows) expect(roles).toMatchObject([{ code: 'cashier' }]);
  const file = await api.as('head').get(`/api/v1/reports/staff-list/rows?roleId=${cashiers}`);
  expect(file.body.rows[0]).toMatchObject({ roles: ['cashier'] });
});

it('tells no logins outside a demo', async () => {
  const { body } = await api.browser().get('/api/v1/public/info');
  expect(body).toEqual({
    name: '熟客 Shuke',
    demo: false,
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  });
});
