import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { anActiveCard } from '../cards/cards.fixtures.js';
import { aMember, type FixtureMember } from '../members/members.fixtures.js';
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
