import { FixedClock } from '#kernel';
import { testApp } from '#testing';
import { anActiveCard } from '../cards/cards.fixtures.js';
import { aMember, type FixtureMember } from '../members/members.fixtures.js';
import { toppedUp } from '../wallets/wallets.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const { as, db, org } = await testApp({ clock });
const cashier = as('cashier');
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
    await db.query("UPDATE role SET permissions = '{}' WHERE code = 'manager'");
    expect((await as('manager').get('/api/v1/members/lookup?q=1')).status).toBe(403);
  });

  it('does not mind barcodes of goods, however many', async () => {
    const busy = as('cashier');
    for (let i = 0; i < 40; i += 1) {
      expect((await busy.get('/api/v1/members/lookup?q=6901234567892')).status).toBe(200);
    }
  });

  it('slows down who tries number after number, for a minute', async () => {
    const curious = as('cashier');
    const ask = () => curious.get('/api/v1/members/lookup?q=6800999911111111');
    for (let i = 0; i < 30; i += 1) expect((await ask()).status).toBe(200);
    expect(await ask()).toMatchObject({
      status: 429,
      body: { code: 'member.too_many_lookups', params: { retryAfterSeconds: 60 } },
    });
    clock.set('2026-11-22T03:01:00Z');
    expect((await ask()).status).toBe(200);
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
