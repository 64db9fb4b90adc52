import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aStaffMember, FIXTURE_PASSWORD } from '../identity/identity.fixtures.js';
import { aMember } from '../../membership/members/members.fixtures.js';
import { OPEN_REQUESTS } from './approval.rules.js';
import { hashStaffPin } from './staff-pins.service.js';

const clock = new FixedClock(new Date('2026-11-22T02:00:00Z'));
const api = await testApp({ clock });
const { org, db } = api;
const key = () => ({ key: randomUUID() });
const [cashier, manager, head] = [api.as('cashier'), api.as('manager'), api.as('head')];

const { memberId: subjectId } = await aMember(db);
const asked = {
  kind: 'wallet.top_up',
  subjectKind: 'member',
  subjectId,
  storeId: org.renminId,
  amountCents: 800_00,
  facts: { points: 5 },
};
const ask = async (who = cashier, change: object = {}) =>
  (await who.post('/api/v1/approvals', { ...asked, ...change }, key())).body.requestId as number;
const decide = (who: typeof manager, id: number, decision = 'approve') =>
  who.post(`/api/v1/approvals/${id}/decision`, { decision }, key());

beforeAll(async () => {
  await db.write(async (tx) => {
    await aStaffMember(tx, {
      login: 'rm2',
      homeStoreId: org.renminId,
      roleIds: [org.roleIds.cashier],
    });
    await aStaffMember(tx, {
      login: 'bj-manager',
      homeStoreId: org.binjiangId,
      roleIds: [org.roleIds.manager],
    });
  });
});
beforeEach(() => clock.set('2026-11-22T02:00:00Z'));

describe('a request for approval', () => {
  it('waits in the inbox of who may decide it, and of nobody else', async () => {
    const id = await ask();
    const inbox = (await manager.get('/api/v1/approvals', { query: { status: 'pending' } })).body;
    expect(inbox.rows).toContainEqual(
      expect.objectContaining({
        id,
        status: 'pending',
        amountCents: 800_00,
        facts: { points: 5 },
        askedByName: '小李',
        own: false,
        mayDecide: true,
      }),
    );
    expect((await manager.get('/api/v1/approvals/waiting')).body.count).toBeGreaterThan(0);
    expect((await head.get(`/api/v1/approvals/${id}`)).body.mayDecide).toBe(true);
    const own = await cashier.get(`/api/v1/approvals/${id}`);
    expect(own.body).toMatchObject({ own: true, mayDecide: false });
    expect((await cashier.get('/api/v1/approvals/waiting')).body.count).toBe(0);
    for (const other of [api.as('rm2'), api.as('bj-manager')]) {
      expect((await other.get(`/api/v1/approvals/${id}`)).body.code).toBe('approval.not_found');
      expect((await decide(other, id)).status).toBeGreaterThanOrEqual(403);
    }
  });

  it('is decided once, and every step is in the audit', async () => {
    const id = await ask();
    expect((await decide(manager, id)).body).toEqual({ requestId: id, status: 'approved' });
    expect((await decide(head, id, 'refuse')).body).toMatchObject({
      code: 'approval.already_decided',
      params: { status: 'approved' },
    });
    const actions = (
      await head.get('/api/v1/audit', {
        query: { subjectKind: 'member', subjectId: String(subjectId) },
      })
    ).body.rows;
    expect(actions.slice(0, 2).map((row: { action: string }) => row.action)).toEqual([
      'approval.approve',
      'approval.ask',
    ]);
  });

  it('is answered the same when it is sent again', async () => {
    const again = key();
    const first = await cashier.post('/api/v1/approvals', asked, again);
    const second = await cashier.post('/api/v1/approvals', asked, again);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
  });

  it('is not decided by who asked, not even by head office', async () => {
    const id = await ask(head);
    expect((await decide(head, id)).body.code).toBe('approval.own_act');
  });

  it('expires after half an hour', async () => {
    const id = await ask();
    // Whoever does something now and then stays signed in.
    clock.set('2026-11-22T02:20:00Z');
    await Promise.all([cashier.get('/api/v1/session'), manager.get('/api/v1/approvals/waiting')]);
    await cashier.get('/api/v1/approvals/waiting');
    clock.set('2026-11-22T02:30:00Z');
    expect((await cashier.get(`/api/v1/approvals/${id}`)).body.status).toBe('expired');
    expect((await decide(manager, id)).body).toMatchObject({
      code: 'approval.already_decided',
      params: { status: 'expired' },
    });
  });

  it('is withdrawn by who asked', async () => {
    const id = await ask();
    const path = `/api/v1/approvals/${id}/cancellation`;
    expect((await manager.post(path, {}, key())).body.code).toBe('approval.not_found');
    expect((await cashier.post(path, {}, key())).body.status).toBe('cancelled');
    expect((await decide(manager, id)).body.code).toBe('approval.already_decided');
  });

  it.each([
    ['an act one may not do oneself', { kind: 'sale.void' }, 'access.forbidden'],
    ['another store', { storeId: org.binjiangId }, 'access.store_forbidden'],
    ['facts that are no facts', { facts: { lots: [1] } }, 'request.invalid'],
  ])('is refused for %s', async (_what, change, code) => {
    expect(
      (await cashier.post('/api/v1/approvals', { ...asked, ...change }, key())).body.code,
    ).toBe(code);
  });

  it('asks for a store one may see', async () => {
    const answer = await cashier.get('/api/v1/approvals', {
      query: { storeIds: String(org.binjiangId) },
    });
    expect(answer.body.code).toBe('access.store_forbidden');
  });
});

describe('a PIN for approvals', () => {
  const rm2 = api.as('rm2');
  it('is set by its owner with the password', async () => {
    expect((await rm2.get('/api/v1/session/pin')).body).toMatchObject({ set: false });
    const set = (body: object) => rm2.put('/api/v1/session/pin', body);
    expect((await set({ password: 'wrong', pin: '135791' })).body.code).toBe(
      'session.wrong_password',
    );
    expect((await set({ password: FIXTURE_PASSWORD, pin: '123456' })).body.code).toBe(
      'approval.pin_too_weak',
    );
    expect((await set({ password: FIXTURE_PASSWORD, pin: '1357' })).body.code).toBe(
      'request.invalid',
    );
    expect((await set({ password: FIXTURE_PASSWORD, pin: '135791' })).status).toBe(204);
    expect((await rm2.get('/api/v1/session/pin')).body).toMatchObject({
      set: true,
      failures: 0,
      lockedUntil: null,
    });
    const row = await db.one<{ hash: string }>(
      'SELECT hash FROM staff_pin p JOIN staff s ON s.id = p.staff_id WHERE s.login = $1',
      ['rm2'],
    );
    expect(row.hash).toMatch(/^\$argon2id\$/);
  });

  it('of tests is known', () => expect(STAFF_PIN).toMatch(/^\d{6}$/));
});

describe('whoever guesses', () => {
  it('learns nothing of which logins there are: same answers, same count, same time', async () => {
    const pin = await hashStaffPin('975310');
    const withPin = "(SELECT id FROM staff WHERE login = 'bj-manager')";
    await db.query(`INSERT INTO staff_pin (staff_id, hash) VALUES (${withPin}, $1)`, [pin]);
    await db.query(
      "DELETE FROM staff_pin WHERE staff_id = (SELECT id FROM staff WHERE login = 'rm2')",
    );
    const path = `/api/v1/members/${subjectId}/points-adjustments`;
    const adjust = (login: string, typed: string) =>
      manager.post(path, { points: 5, reason: '补', approval: { login, pin: typed } }, key());
    const heard: Record<string, unknown[]> = {};
    const times: Record<string, number> = {};
    for (const login of ['nobody-here', 'rm2', 'bj-manager']) {
      await db.query('DELETE FROM approval_attempt');
      const begun = performance.now();
      const answers = [];
      for (let tries = 0; tries < 7; tries += 1) answers.push(await adjust(login, `00000${tries}`));
      times[login] = performance.now() - begun;
      heard[login] = answers.map(({ status, body }) => [status, body.code]);
    }
    expect(heard['rm2']).toEqual(heard['nobody-here']);
    expect(heard['bj-manager']).toEqual(heard['nobody-here']);
    expect(heard['rm2']?.slice(4)).toEqual([
      [422, 'approval.wrong_pin'],
      [429, 'approval.too_many_attempts'],
      [429, 'approval.too_many_attempts'],
    ]);
    expect(times['nobody-here'] ?? 0).toBeGreaterThan((times['bj-manager'] ?? 0) / 3);
    // Locked now: the right one is answered as a wrong one.
    await db.query('DELETE FROM approval_attempt');
    expect((await adjust('bj-manager', '975310')).body.code).toBe('approval.wrong_pin');
    await db.query('DELETE FROM approval_attempt');
  });

  it('is seen by head office when one PIN is used at two stores within half an hour', async () => {
    const bjManager = api.as('bj-manager');
    const member = async (storeId: number) => (await aMember(db, { storeId })).memberId;
    const [here, there] = [await member(org.renminId), await member(org.binjiangId)];
    const by = async (who: typeof manager, memberId: number, login: string) => {
      const body = { points: 5, reason: '补', approval: { login, pin: STAFF_PIN } };
      const path = `/api/v1/members/${memberId}/points-adjustments`;
      expect((await who.post(path, body, key())).status).toBe(201);
    };
    const seen = async (who = head) => {
      const path = '/api/v1/overview?from=2026-11-22&to=2026-11-22';
      return (await who.get(path)).body.pinsAtTwoStores;
    };
    await by(manager, here, 'head');
    // Whoever does something now and then stays signed in.
    clock.set('2026-11-22T02:20:00Z');
    for (const who of [bjManager, manager, head]) await who.get('/api/v1/approvals/waiting');
    clock.set('2026-11-22T02:31:00Z');
    await by(bjManager, there, 'head');
    expect(await seen()).toEqual([]);
    clock.set('2026-11-22T02:40:00Z');
    await by(manager, here, 'head');
    expect(await seen()).toMatchObject([
      {
        staffName: expect.any(String),
        storeName: '人民路店',
        otherStoreName: '滨江店',
        minutes: 9,
        times: 1,
      },
    ]);
    expect(await seen(manager)).toEqual([]);
    // A line a person, however often.
    clock.set('2026-11-22T02:45:00Z');
    await by(bjManager, there, 'head');
    expect(await seen()).toMatchObject([{ storeName: '滨江店', minutes: 5, times: 2 }]);
  });

  it('may ask for so many approvals, and no more', async () => {
    await db.query("DELETE FROM approval_request WHERE status = 'pending'");
    const another = () => cashier.post('/api/v1/approvals', asked, key());
    for (let count = 0; count < OPEN_REQUESTS; count += 1)
      expect((await another()).status).toBe(201);
    expect(await another()).toMatchObject({
      status: 429,
      body: { code: 'approval.too_many_requests', params: { limit: OPEN_REQUESTS } },
    });
  });
});
