import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { anActiveCard } from '../cards/cards.fixtures.js';
import { aMember } from '../members/members.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const { as, db } = await testApp({ clock });
const [cashier, head] = [as('cashier'), as('head')];
const lookup = async (q: string, by = cashier) =>
  (await by.get('/api/v1/members/lookup', { query: { q } })).body;
const join = (member: object) => cashier.post('/api/v1/members', member, { key: randomUUID() });
const names = (found: { members: { name: string }[] }) => found.members.map(({ name }) => name);

describe('one number, one writing', () => {
  it('knows a phone however it is written: at joining, edit, search and the check for duplicates', async () => {
    const first = await join({ name: '李\u200B雷', phone: '8613900019991' });
    expect(first.status).toBe(201);
    const { memberId } = first.body;
    expect(await db.one('SELECT name, phone FROM member WHERE id = $1', [memberId])).toEqual({
      name: '李雷',
      phone: '13900019991',
    });
    for (const phone of [
      '13900019991',
      '+86 139 0001 9991',
      '１３９０００１９９９１',
      '\u202A13900019991\u202C',
    ]) {
      expect(await join({ name: '韩梅梅', phone })).toMatchObject({
        status: 409,
        body: { code: 'member.phone_taken' },
      });
      expect(await lookup(phone)).toMatchObject({ by: 'phone', members: [{ id: memberId }] });
      const list = await head.get('/api/v1/members', { query: { q: phone } });
      expect(list.body.rows).toMatchObject([{ id: memberId }]);
      const twice = await cashier.get('/api/v1/members/duplicates', { query: { phone } });
      expect(twice.body).toMatchObject([{ id: memberId, reason: 'phone' }]);
    }
    expect(names(await lookup('李雷'))).toEqual(['李雷']);
  });

  it.each(['1390001999', '139000199911', '12345'])('refuses %s at its field', async (phone) => {
    expect((await join({ name: '李雷', phone })).body.errors).toMatchObject([
      { field: 'phone', code: 'field.is_phone' },
    ]);
  });

  it('knows a card by what its magnetic stripe sends', async () => {
    const { memberId } = await aMember(db, { name: '卡主' });
    const { cardNo } = await anActiveCard(db, { memberId });
    for (const sent of [`;${cardNo}?`, `；${cardNo}=2512？`, `%B${cardNo}^KA/ZHU^2512?`])
      expect(await lookup(sent)).toMatchObject({ by: 'card', card: { cardNo } });
  });
});

describe('names', () => {
  beforeAll(async () => {
    await aMember(db, { name: '張曉麗', phone: '19900011100' });
    await aMember(db, { name: '吕布', phone: '19900011101' });
    await aMember(db, { name: '单田芳', phone: '19922331102' });
    await aMember(db, { name: '单田芳', phone: '19922331103' });
    await aMember(db, { name: '淡然', phone: '19922331104' });
    await aMember(db, { name: '山风', phone: '19922331105' });
    await aMember(db, { nickname: '小王2046', name: '王重阳', phone: '19922331106' });
  });

  it.each([
    ['张晓丽', ['張曉麗']],
    ['張曉', ['張曉麗']],
    ['zhangxiaoli', ['張曉麗']],
    ['lubu', ['吕布']],
    ['lvbu', ['吕布']],
    ['lyubu', ['吕布']],
    ['wangchongyang', ['王重阳']],
    ['wangzhongyang', ['王重阳']],
    ['dantianfang', ['单田芳', '单田芳']],
    ['小王2046', ['王重阳']],
  ])('%s finds %j', async (q, expected) => expect(names(await lookup(q))).toEqual(expected));

  it('a surname is read as one first', async () => {
    expect(names(await lookup('dan'))[0]).toBe('淡然');
    expect(names(await lookup('dan'))).toContain('单田芳');
    expect(names(await lookup('shan')).slice(-1)).not.toEqual(['淡然']);
  });

  it.each([
    '单田芳 1102',
    '单田芳1102',
    '單田芳 1102',
    '1102 单田芳',
    'shantianfang 1102',
    'dtf 1102',
    '田芳 1102',
  ])('a name beside the last four of the phone finds one of two: %s', async (q) => {
    const found = await lookup(q);
    expect(found.match).toBe('candidates');
    expect(found.members).toMatchObject([{ name: '单田芳', phoneMasked: '199****1102' }]);
    const list = await head.get('/api/v1/members', { query: { q } });
    expect(list.body.rows).toMatchObject([{ phoneMasked: '199****1102' }]);
  });
});

describe('a product that is not in the catalogue', () => {
  beforeEach(() => db.query('DELETE FROM lookup_miss'));

  it('is scanned as often as one likes: it is no guess at a card', async () => {
    const { memberId } = await aMember(db);
    const { cardNo } = await anActiveCard(db, { memberId });
    for (let piece = 0; piece < 40; piece += 1) {
      const code = `69012345${String(piece).padStart(5, '0')}`;
      expect((await cashier.get(`/api/v1/members/lookup?q=${code}`)).status).toBe(200);
    }
    expect(await lookup(cardNo)).toMatchObject({ by: 'card' });
  });

  it('is a guess where this chain has cards of as many digits that begin so', async () => {
    const { memberId } = await aMember(db);
    await anActiveCard(db, { memberId, cardNo: '8812345000017' });
    const browser = as('manager');
    const tried = (n: number) =>
      browser.get(`/api/v1/members/lookup?q=8812345${String(900_000 + n)}`);
    for (let n = 0; n < 30; n += 1) expect((await tried(n)).status).toBe(200);
    expect((await tried(30)).body.code).toBe('member.too_many_lookups');
  });
});
