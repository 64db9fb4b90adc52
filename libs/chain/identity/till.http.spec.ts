import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp, type TestBrowser } from '#workshop/testing';
import { aMember } from '../../membership/members/members.fixtures.js';
import { FIXTURE_PASSWORD, aStaffMember } from './identity.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T02:00:00Z'));
const api = await testApp({ clock });
const { db, org } = api;
const later = (minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * 60_000));

let people = 0;
/** Somebody assigned to RM alone, in a browser of their own, at no till yet. */
async function someone(name: string): Promise<TestBrowser> {
  const login = `till${(people += 1)}`;
  await db.write((tx) =>
    aStaffMember(tx, { login, name, homeStoreId: org.renminId, roleIds: [org.roleIds.cashier] }),
  );
  return api.as(login);
}
const tillId = org.renminTillId;
const take = (who: TestBrowser, takeOver?: boolean) =>
  who.put('/api/v1/session/till', { tillId, ...(takeOver === undefined ? {} : { takeOver }) });
const seatOf = async (who: TestBrowser) => (await who.get('/api/v1/session')).body;
async function topUp(who: TestBrowser, memberId: number, seat?: string, key = randomUUID()) {
  const body = { amountCents: 60_00, tender: 'cash' };
  const headers = seat ? { 'x-seat': seat } : undefined;
  return who.post(`/api/v1/members/${memberId}/top-ups`, body, { key, headers });
}
afterEach(() => db.query('UPDATE session SET till_id = NULL'));

describe('one till, one person', () => {
  it('says who sits there since when, and changes nothing', async () => {
    const [li, wang] = [await someone('小李'), await someone('小王')];
    expect((await take(li)).status).toBe(200);
    later(5);
    // Again, or by a new sign-in of the same browser: since then is since then.
    await take(li);
    const refused = await take(wang);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'session.till_taken',
        params: { name: '小李', since: new Date(clock.now().getTime() - 300_000).toISOString() },
      },
    });
    expect((await seatOf(li)).till.id).toBe(tillId);
    expect(await seatOf(wang)).toMatchObject({ till: null, tillTaken: null });
  });

  it('is taken over by who says so; what the other screen shows acts no more, and is told by whom', async () => {
    const [li, wang] = [await someone('小李'), await someone('小王')];
    const { memberId } = await aMember(db);
    await take(li);
    const { seat } = await seatOf(li);
    expect((await take(wang, true)).body.till.id).toBe(tillId);
    expect((await topUp(li, memberId, seat)).body.code).toBe('session.changed');
    // Nor does what says nothing of a screen: it stands at no till.
    expect((await topUp(li, memberId)).body.code).toBe('session.no_till');
    expect(await seatOf(li)).toMatchObject({
      till: null,
      tillTaken: { name: '小王', at: clock.now().toISOString() },
    });
    expect((await topUp(wang, memberId, (await seatOf(wang)).seat)).status).toBe(201);
    expect(
      await db.query(
        "SELECT a.subject_id = s.staff_id::text AS his FROM audit_record a, session s WHERE action = 'staff.take_till' AND s.till_lost_to = a.staff_id ORDER BY a.id DESC LIMIT 1",
      ),
    ).toEqual([{ his: true }]);
    // And back again, the same way.
    expect((await take(li)).status).toBe(409);
    expect((await take(li, true)).body).toMatchObject({ till: { id: tillId }, tillTaken: null });
  });

  it('asks nobody about themselves: another browser, a new sign-in', async () => {
    const li = await someone('小李');
    const login = `till${people}`;
    await take(li);
    expect((await take(api.as(login))).status).toBe(200);
    const again = await li.post('/api/v1/session', { login, password: FIXTURE_PASSWORD });
    expect(again.body.till.id).toBe(tillId);
    expect((await take(await someone('小王'), true)).status).toBe(200);
    // Taken over meanwhile: a new sign-in does not bring it back.
    const late = await li.post('/api/v1/session', { login, password: FIXTURE_PASSWORD });
    expect(late.body.till).toBeNull();
  });

  it('is free once its person signed out, ran out, or is gone; left alone for long it can be taken over', async () => {
    const [li, wang] = [await someone('小李'), await someone('小王')];
    await take(li);
    await li.delete('/api/v1/session');
    expect((await take(wang)).status).toBe(200);
    later(45);
    const zhao = await someone('小赵');
    expect((await take(zhao)).status).toBe(409);
    expect((await take(zhao, true)).status).toBe(200);
    later(12 * 60);
    const qian = await someone('小钱');
    expect((await take(qian)).status).toBe(200);
    await db.query('UPDATE staff SET active = false WHERE login = $1', [`till${people}`]);
    expect((await take(await someone('小孙'))).status).toBe(200);
  });

  it('is given to nobody who is not assigned to its store, whatever they say', async () => {
    const body = { tillId: org.binjiangTillId, takeOver: true };
    await api.as('manager').sitAt(org.binjiangTillId);
    const refused = await (await someone('小李')).put('/api/v1/session/till', body);
    expect(refused.body.code).toBe('session.till_not_allowed');
  });

  it('lets the next person learn what became of an act whose answer was lost', async () => {
    const [li, wang] = [await someone('小李'), await someone('小王')];
    const { memberId } = await aMember(db);
    await take(li);
    const [made, unmade] = [randomUUID(), randomUUID()];
    const first = await topUp(li, memberId, undefined, made);
    await take(wang, true);
    expect((await topUp(wang, memberId, undefined, made)).body.topUpId).toBe(first.body.topUpId);
    // Where it can't be asked again it is closed, also by who stands at no till any more.
    expect((await li.post(`/api/v1/commands/${unmade}/closing`)).status).toBe(200);
    expect((await topUp(wang, memberId, undefined, unmade)).status).toBeGreaterThanOrEqual(400);
    const { count } = await db.one<{ count: number }>(
      'SELECT count(*) FROM ledger.entry WHERE member_id = $1',
      [memberId],
    );
    expect(Number(count)).toBe(1);
  });
});

describe('who looks without doing anything', () => {
  it('is no sign of a person: the till locks', async () => {
    const li = await someone('小李');
    await take(li);
    for (let i = 0; i < 7; i += 1) {
      await li.get('/api/v1/session');
      later(5);
    }
    expect((await li.get('/api/v1/stores')).body.code).toBe('session.locked');
  });
});
