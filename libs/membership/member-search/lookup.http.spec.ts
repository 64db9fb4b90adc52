import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { anActiveCard } from '../cards/cards.fixtures.js';
import { aMember, type FixtureMember } from '../members/members.fixtures.js';
import { aProduct } from '../../goods/catalogue/catalogue.fixtures.js';
import { toppedUp } from '../../value/wallets/wallets.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const { as, db, org } = await testApp({ clock });
const cashier = as('cashier');
const merge = async (survivor: FixtureMember, merged: FixtureMember) => {
  const { status } = await as('manager').post(
    `/api/v1/members/${survivor.memberId}/merge`,
    { mergedMemberId: merged.memberId },
    { key: randomUUID() },
  );
  expect(status).toBe(201);
};
const lookup = async (q: string) =>
  (await cashier.get('/api/v1/members/lookup', { query: { q } })).body;

let ming: FixtureMember;
let cardNo: string;

beforeAll(async () => {
  ming = await aMember(db, { name: '王小明', phone: '19900002046', levelId: org.levelIds.gold });
  ({ cardNo } = await anActiveCard(db, { memberId: ming.memberId }));
  await aMember(db, { name: '王小美', phone: '19911112046', storeId: org.binjiangId });
  await aMember(db, { name: 'Anna Lee', nickname: '安娜', phone: null });
});

describe('finding who stands at the counter', () => {
  it('opens the member of a full card number', async () => {
    for (const typed of [cardNo, cardNo.replace(/(.{4})/g, '$1 ')]) {
      expect(await lookup(typed)).toEqual({
        match: 'exact',
        by: 'card',
        card: { cardNo, status: 'active' },
        members: [
          {
            id: ming.memberId,
            name: '王小明',
            nickname: null,
            phoneMasked: '199****2046',
            levelName: '金卡',
            payRateBps: 9_000,
            homeStoreName: '人民路店',
            lastVisitOn: null,
            photo: null,
          },
        ],
      });
    }
  });

  it('opens the member of a full phone number', async () => {
    const expected = { match: 'exact', by: 'phone', members: [{ id: ming.memberId }] };
    expect(await lookup('199 0000 2046')).toMatchObject(expected);
    expect(await lookup('+86 19900002046')).toMatchObject(expected);
  });

  it.each(['lost', 'replaced', 'closed'] as const)('tells of a card that is %s', async (status) => {
    const card = await anActiveCard(db, { memberId: ming.memberId, status });
    expect(await lookup(card.cardNo)).toMatchObject({ match: 'exact', card: { status } });
  });

  it.each([
    ['last four', '2046', ['王小美', '王小明']],
    ['hanzi', '小明', ['王小明']],
    ['surname', '王', ['王小明', '王小美']],
    ['pinyin', 'wangxiao', ['王小美', '王小明']],
    ['pinyin of the given name', 'XiaoMing', ['王小明']],
    ['initials', 'wxm', ['王小明', '王小美']],
    ['a latin name', 'anna', ['Anna Lee']],
    ['a nickname', 'ann', ['Anna Lee']],
  ])('gives candidates for %s, never one at once', async (_, q, names) => {
    const found = await lookup(q);
    expect(found.match).toBe('candidates');
    expect(found).not.toHaveProperty('card');
    const called = found.members.map((member: { name: string }) => member.name);
    expect(called.sort()).toEqual([...names].sort());
  });

  it('puts the exact name before longer ones', async () => {
    await aMember(db, { name: '小明明' });
    await aMember(db, { name: '小明' });
    const { members } = await lookup('小明');
    expect(members[0].name).not.toBe('小明明');
    expect(members.at(-1).name).toBe('小明明');
  });

  it('lets the cashier choose when four digits are an old card and the end of a phone', async () => {
    const old = await aMember(db, { name: '旧卡', phone: null });
    await anActiveCard(db, { memberId: old.memberId, cardNo: '2046' });
    const found = await lookup('2046');
    expect(found.match).toBe('candidates');
    expect(found.members.map((member: { name: string }) => member.name)[0]).toBe('旧卡');
    expect(found.members).toHaveLength(3);
  });

  it.each(['6800999900000000', '13800000000', '0000', '没有人', '%', "' OR 1=1", '\\'])(
    'finds nobody for %s',
    async (q) => expect(await lookup(q)).toEqual({ match: 'none', members: [] }),
  );

  it('refuses an empty question and whoever may not read members', async () => {
    expect((await cashier.get('/api/v1/members/lookup?q=')).status).toBe(422);
    expect((await cashier.get('/api/v1/members/lookup')).status).toBe(422);
    const { rights } = await db.one<{ rights: string[] }>(
      "SELECT permissions AS rights FROM role WHERE code = 'manager'",
    );
    const allow = (permissions: readonly string[]) =>
      db.query("UPDATE role SET permissions = $1 WHERE code = 'manager'", [permissions]);
    await allow([]);
    expect((await as('manager').get('/api/v1/members/lookup?q=1')).status).toBe(403);
    await allow(rights);
  });

  it('leads from a merged member to the survivor: by card, phone and name', async () => {
    const merged = await aMember(db, { name: '欧阳娜娜', phone: '19955550001' });
    const card = await anActiveCard(db, { memberId: merged.memberId });
    const survivor = await aMember(db, { name: '欧阳小娜', phone: '19955550002' });
    await merge(survivor, merged);
    const members = [{ id: survivor.memberId, name: '欧阳小娜' }];
    expect(await lookup(card.cardNo)).toMatchObject({ match: 'exact', by: 'card', members });
    expect(await lookup('19955550001')).toMatchObject({ match: 'exact', by: 'phone', members });
    expect(await lookup('欧阳娜娜')).toMatchObject({ match: 'candidates', members });
    // One person once, however many of their keys are met.
    expect((await lookup('ouyang')).members).toHaveLength(1);
  });

  it('opens the live member of a phone that a merged one had too', async () => {
    const merged = await aMember(db, { phone: '19966660001' });
    const survivor = await aMember(db, { phone: '19966660002' });
    await merge(survivor, merged);
    const now = await aMember(db, { name: '新机主', phone: '19966660001' });
    expect((await lookup('19966660001')).members).toMatchObject([{ id: now.memberId }]);
  });

  it('never finds who was erased, by nothing', async () => {
    const erased = await aMember(db, { name: '司马无名', phone: '19977770001' });
    const card = await anActiveCard(db, { memberId: erased.memberId });
    await db.query("UPDATE member SET status = 'erased', erased_at = now() WHERE id = $1", [
      erased.memberId,
    ]);
    for (const q of [card.cardNo, '19977770001', '7771', '司马无名', 'simawuming', 'smwm'])
      expect(await lookup(q)).toEqual({ match: 'none', members: [] });
  });

  it('opens an old number with letters at once, and says nothing of a card in stock', async () => {
    const old = await aMember(db, { name: '老会员' });
    await anActiveCard(db, { memberId: old.memberId, cardNo: 'A00123' });
    expect(await lookup('a-00123')).toMatchObject({
      match: 'exact',
      by: 'card',
      members: [{ id: old.memberId }],
    });
    await db.query(
      "INSERT INTO card (card_no, store_id, status) VALUES ('6800000199999999', $1, 'in_stock')",
      [org.renminId],
    );
    expect(await lookup('6800000199999999')).toEqual({ match: 'none', members: [] });
  });

  it('puts who was here lately before others of the same name, whole names before parts', async () => {
    const [first, second, third] = [
      await aMember(db, { name: '诸葛亮' }),
      await aMember(db, { name: '诸葛亮' }),
      await aMember(db, { name: '诸葛亮节' }),
    ];
    const part = await aMember(db, { name: '小诸葛亮' });
    await db.query("UPDATE member_key SET seen_on = '2026-11-20' WHERE member_id = $1", [
      first.memberId,
    ]);
    await db.query("UPDATE member_key SET seen_on = '2026-01-01' WHERE member_id = ANY($1)", [
      [second.memberId, third.memberId, part.memberId],
    ]);
    const ids = (found: { members: { id: number }[] }) => found.members.map(({ id }) => id);
    const expected = [first.memberId, second.memberId, part.memberId, third.memberId];
    expect(ids(await lookup('诸葛亮'))).toEqual(expected);
    expect(ids(await lookup('zhugeliang'))).toEqual(expected);
    expect(ids(await lookup('诸'))).toEqual([
      first.memberId,
      third.memberId,
      second.memberId,
      part.memberId,
    ]);
  });
});

describe('the list of members', () => {
  it('pages, filters and shows balances', async () => {
    await toppedUp(db, ming, { principalCents: 500_00, bonusCents: 50_00, points: 20 });
    const gold = await cashier.get(`/api/v1/members?levelId=${org.levelIds.gold}`);
    expect(gold.body).toMatchObject({
      total: 1,
      page: 1,
      pageSize: 50,
      rows: [
        {
          id: ming.memberId,
          name: '王小明',
          phoneMasked: '199****2046',
          levelName: '金卡',
          homeStoreName: '人民路店',
          principalCents: 500_00,
          bonusCents: 50_00,
          points: 20,
        },
      ],
    });
    expect(gold.body.rows[0]).not.toHaveProperty('phone');
    const search = async (q: string) =>
      (await cashier.get('/api/v1/members', { query: { q } })).body;
    expect((await search('wangxiaomei')).rows).toMatchObject([{ name: '王小美' }]);
    expect((await search(cardNo)).rows).toMatchObject([{ id: ming.memberId }]);
    expect((await search('19911112046')).total).toBe(1);
    expect((await search('2046')).total).toBe(3);
    expect((await search('20')).total).toBe(0);
    const second = await cashier.get('/api/v1/members?page=2&pageSize=1');
    expect(second.body.rows).toHaveLength(1);
  });

  it('refuses a page that is none', async () => {
    expect((await cashier.get('/api/v1/members?page=0')).status).toBe(422);
    expect((await cashier.get('/api/v1/members?pageSize=5000')).status).toBe(422);
    expect((await cashier.get('/api/v1/members/abc')).status).toBe(422);
    expect((await cashier.get('/api/v1/members/99999')).status).toBe(404);
    expect((await cashier.get('/api/v1/members/99999/activity')).status).toBe(404);
  });
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
