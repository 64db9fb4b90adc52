import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { anActiveCard } from '../cards/cards.fixtures.js';
import { aMember, type FixtureMember } from '../members/members.fixtures.js';
import { aProduct } from '../../goods/catalogue/catalogue.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const { as, db, org } = await testApp({ clock });

let ming: FixtureMember;
let cardNo: string;

beforeAll(async () => {
  ming = await aMember(db, { name: '王小明', phone: '19900002046' });
  ({ cardNo } = await anActiveCard(db, { memberId: ming.memberId }));
});

describe('numbers tried one after the other', () => {
  const tried = (browser: ReturnType<typeof as>, n: number) =>
    browser.get(`/api/v1/members/lookup?q=68008888${String(n).padStart(8, '0')}`);
  let minute = 0;
  // Each test in an hour of its own.
  beforeEach(() => clock.set(`2026-11-23T${String(10 + (minute += 1))}:00:00Z`));

  it('are answered for a while, then nobody is found out any more, for a minute', async () => {
    const curious = as('cashier');
    for (let i = 0; i < 30; i += 1) expect((await tried(curious, i)).status).toBe(200);
    const refusal = {
      status: 429,
      body: { code: 'member.too_many_lookups', params: { retryAfterSeconds: 60 } },
    };
    expect(await tried(curious, 31)).toMatchObject(refusal);
    // Also a good number: else the misses would not matter. By the list neither. Names go on.
    expect(await curious.get(`/api/v1/members/lookup?q=${cardNo}`)).toMatchObject(refusal);
    expect(await curious.get('/api/v1/members', { query: { q: cardNo } })).toMatchObject(refusal);
    expect((await curious.get('/api/v1/members/lookup?q=wxm')).status).toBe(200);
    // A new session is the same person; somebody else at another till is not.
    expect(await tried(as('cashier'), 32)).toMatchObject(refusal);
    expect((await tried(as('head'), 33)).status).toBe(200);
    clock.set(new Date(clock.now().getTime() + 60_000).toISOString());
    expect((await tried(curious, 34)).status).toBe(200);
  });

  it('count for the till, whoever sits at it', async () => {
    const [one, two] = [as('cashier'), as('head')];
    await two.sitAt(org.renminTillId);
    for (let i = 0; i < 60; i += 1) await tried(i % 2 ? one : two, 100 + i);
    await db.query('DELETE FROM lookup_miss WHERE scope = $1', ['staff']);
    expect((await tried(one, 200)).body.code).toBe('member.too_many_lookups');
    expect((await tried(two, 201)).body.code).toBe('member.too_many_lookups');
    await two.sitAt(org.binjiangTillId);
    expect((await tried(two, 202)).status).toBe(200);
  });

  it('count for the chain: a limit for all together', async () => {
    await tried(as('head'), 300);
    await db.query("UPDATE lookup_miss SET minute_misses = 600 WHERE scope = 'chain'");
    expect((await tried(as('cashier'), 301)).body.code).toBe('member.too_many_lookups');
  });

  it('count for the hour too', async () => {
    const patient = as('head');
    await tried(patient, 400);
    await db.query("UPDATE lookup_miss SET hour_misses = 180 WHERE scope = 'staff'");
    clock.set(new Date(clock.now().getTime() + 61_000).toISOString());
    expect((await tried(patient, 401)).body).toMatchObject({
      code: 'member.too_many_lookups',
      params: { retryAfterSeconds: 3_539 },
    });
  });

  const phoneOf = (n: number) => `1991234${String(n).padStart(4, '0')}`;
  const recorded = () =>
    db.one<{ count: number }>(
      "SELECT count(*) FROM audit_record WHERE action = 'member.search_phone' AND subject_id = $1",
      [ming.memberId],
    );

  it('count where a phone is written on a record, taken or free; a taken one is recorded', async () => {
    const writer = as('cashier');
    const { memberId } = await aMember(db, { storeId: org.renminId });
    const guess = (phone: string, version: number) =>
      writer.patch(`/api/v1/members/${memberId}`, { phone, version });
    const { count: before } = await recorded();
    expect(await guess('199 0000 2046', 1)).toMatchObject({
      status: 409,
      body: { code: 'member.phone_taken' },
    });
    expect((await recorded()).count).toBe(before + 1);
    for (let i = 1; i < 30; i += 1) expect((await guess(phoneOf(i), i)).status).toBe(200);
    const refusal = { status: 429, body: { code: 'member.too_many_lookups' } };
    expect(await guess(phoneOf(31), 30)).toMatchObject(refusal);
    expect(await guess('19900002046', 30)).toMatchObject(refusal);
  });

  it('count where a registration fails, whatever for; never where it is made', async () => {
    const writer = as('cashier');
    const join = (input: object) =>
      writer.post('/api/v1/members', { name: '新人', ...input }, { key: randomUUID() });
    for (let i = 0; i < 40; i += 1)
      expect((await join({ phone: phoneOf(1_000 + i) })).status).toBe(201);
    const { count: before } = await recorded();
    for (let i = 0; i < 15; i += 1) {
      expect((await join({ phone: '19900002046' })).body.code).toBe('member.phone_taken');
      const tried = await join({ phone: phoneOf(2_000 + i), tagIds: [999_999] });
      expect(tried.body.code).toBe('member.tag_unknown');
    }
    expect((await recorded()).count).toBe(before + 1);
    const late = await join({ phone: phoneOf(3_000) });
    expect(late).toMatchObject({ status: 429, body: { code: 'member.too_many_lookups' } });
    expect((await join({})).status).toBe(201);
  });

  it('are not: one number while it is typed, and goods of the catalogue', async () => {
    const busy = as('cashier');
    await db.write((tx) => aProduct(tx, { barcodes: ['6901234567892'] }));
    const ask = async (q: string) =>
      expect((await busy.get(`/api/v1/members/lookup?q=${q}`)).status).toBe(200);
    for (let i = 0; i < 40; i += 1) await ask('6901234567892');
    for (let i = 0; i < 40; i += 1) for (const q of ['13812', '138123', '13812345']) await ask(q);
  });
});
