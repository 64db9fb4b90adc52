import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#testing';
import { aStaffMember } from '../identity/identity.fixtures.js';
import { aMember } from '../members/members.fixtures.js';
import { shelved } from '../sales/sales.fixtures.js';
import { toppedUp } from '../wallets/wallets.fixtures.js';
import type { Condition } from './segment.rules.js';

const clock = new FixedClock(new Date('2026-06-01T04:00:00Z'));
const house = await testApp({ clock });
const { db, org } = house;
const browsers = new Map<string, ReturnType<typeof house.as>>();
const all = (...conditions: unknown[]) => ({ match: 'all', conditions });
const people: Record<string, number> = {};
let tagId = 0;

/** Somebody signed in once for all tests. */
function as(login: string) {
  const browser = browsers.get(login) ?? house.as(login);
  browsers.set(login, browser);
  return browser;
}

/** Sells to a member at the manager's till, on the day the clock shows. */
async function sold(memberId: number, priceCents: number): Promise<void> {
  // The clock jumps between sales: a session would not outlive it.
  const manager = house.as('manager');
  const at = { storeId: org.renminId, staffId: org.staffIds.manager };
  const product = await db.write((tx) => shelved(tx, at, { priceCents }));
  const sale = {
    memberId,
    dueCents: priceCents,
    lines: [{ productId: product.id, qtyMilli: 1_000, unitPriceCents: priceCents }],
    tenders: [{ tender: 'cash', amountCents: priceCents, givenCents: priceCents }],
  };
  const { status, body } = await manager.post('/api/v1/sales', sale, { key: randomUUID() });
  if (status !== 201) throw new Error(JSON.stringify(body));
}

beforeAll(async () => {
  const member = (name: string, more: Parameters<typeof aMember>[1] = {}) =>
    aMember(db, { name, storeId: org.renminId, ...more });
  const an = await member('安宁', { joinedOn: '2026-11-20' });
  const bo = await member('柏松', { joinedOn: '2025-01-01', phone: null });
  const chen = await member('陈晨', { storeId: org.binjiangId, joinedOn: '2026-03-01' });
  const hq = await member('总部客', { storeId: org.headOfficeId });
  Object.assign(people, {
    安宁: an.memberId,
    柏松: bo.memberId,
    陈晨: chen.memberId,
    总部客: hq.memberId,
  });
  await toppedUp(db, an, {
    principalCents: 500_00,
    bonusCents: 50_00,
    points: 80,
    businessDate: '2026-11-01',
  });
  await sold(bo.memberId, 30_00);
  clock.set('2026-11-22T04:00:00Z');
  await sold(an.memberId, 120_00);
  await sold(an.memberId, 80_00);
  await db.query(
    "UPDATE member SET gender = 'female', birthday_calendar = 'lunar', birth_month = 10, birth_day = 14, birth_year = 1990, referrer_id = $2, level_id = $3 WHERE id = $1",
    [an.memberId, bo.memberId, org.levelIds.gold],
  );
  await db.query(
    `UPDATE member SET kind = 'company', birthday_calendar = 'solar', birth_month = 12, birth_day = 1, custom = '{"size":"L","height":172,"vegan":true,"remark":"Likes tea","since":"2026-02-03"}' WHERE id = $1`,
    [chen.memberId],
  );
  for (const [code, kind] of Object.entries({
    size: 'choice',
    height: 'number',
    vegan: 'flag',
    remark: 'text',
    since: 'date',
  }))
    await db.query('INSERT INTO member_field (code, label, kind) VALUES ($1, $1, $2)', [
      code,
      kind,
    ]);
  tagId = (
    await db.one<{ id: number }>(
      "INSERT INTO tag (name, color) VALUES ('常客', 'green') RETURNING id",
    )
  ).id;
  await db.query('INSERT INTO member_tag (member_id, tag_id) VALUES ($1, $2)', [
    bo.memberId,
    tagId,
  ]);
  await db.query(
    `INSERT INTO member_consent (member_id, channel, granted, source) VALUES ($1, 'sms_marketing', true, 'desk'), ($2, 'sms_marketing', true, 'desk'),
       ($2, 'sms_marketing', false, 'desk'), ($3, 'sms_service', false, 'desk'), ($3, 'wechat_marketing', true, 'desk')`,
    [an.memberId, bo.memberId, chen.memberId],
  );
  await db.query(
    "INSERT INTO member_identity (member_id, document_kind, name, seen_by) VALUES ($1, 'id_card', '安宁', $2)",
    [an.memberId, org.staffIds.head],
  );
  await db.query(
    `INSERT INTO card (card_no, member_id, wallet_id, store_id, status, expires_on)
     SELECT 'SEG' || m.id || '0', m.id, w.id, $2, 'active', CASE WHEN m.id = $3 THEN '2026-12-01'::date END
       FROM member m JOIN wallet w ON w.member_id = m.id WHERE m.id = ANY ($1)`,
    [[an.memberId, bo.memberId], org.renminId, an.memberId],
  );
});

const namesFor = async (login: string, ...conditions: unknown[]): Promise<string[]> => {
  const { status, body } = await as(login).post('/api/v1/segments/preview', {
    filter: all(...conditions),
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  expect(body.members).toBe(body.sample.length);
  return body.sample.map(({ name }: { name: string }) => name).sort();
};

describe('who is in a segment', () => {
  const ALL = ['安宁', '总部客', '柏松', '陈晨'];
  const without = (...names: string[]) => ALL.filter((name) => !names.includes(name));

  it.each<[string, () => Condition, string[]]>([
    ['has a phone', () => ({ field: 'hasPhone', is: true }), without('柏松')],
    ['gave no birthday', () => ({ field: 'hasBirthday', is: false }), ['总部客', '柏松']],
    ['holds a card', () => ({ field: 'hasCard', is: true }), ['安宁', '柏松']],
    ['came by somebody', () => ({ field: 'hasReferrer', is: true }), ['安宁']],
    ['is registered', () => ({ field: 'registered', is: true }), ['安宁']],
    [
      'agreed to advertising, by the last answer',
      () => ({ field: 'smsMarketing', is: true }),
      ['安宁'],
    ],
    ['did not', () => ({ field: 'smsMarketing', is: false }), without('安宁')],
    ['takes messages about acts', () => ({ field: 'smsService', is: true }), without('陈晨')],
    ['agreed on another channel', () => ({ field: 'wechatMarketing', is: true }), ['陈晨']],
    ['is a woman', () => ({ field: 'gender', op: 'any', values: ['female'] }), ['安宁']],
    ['is no company', () => ({ field: 'kind', op: 'none', values: ['company'] }), without('陈晨')],
    ['has a level', () => ({ field: 'level', op: 'any', values: [org.levelIds.gold] }), ['安宁']],
    [
      'belongs to a store',
      () => ({ field: 'homeStore', op: 'any', values: [org.binjiangId] }),
      ['陈晨'],
    ],
    [
      'belongs to a region',
      () => ({ field: 'region', op: 'none', values: ['城东'] }),
      without('陈晨'),
    ],
    ['has a tag', () => ({ field: 'tag', op: 'any', values: [tagId] }), ['柏松']],
    ['has not', () => ({ field: 'tag', op: 'none', values: [tagId] }), without('柏松')],
    [
      'has a card that works',
      () => ({ field: 'cardStatus', op: 'any', values: ['active'] }),
      ['安宁', '柏松'],
    ],
    [
      'was brought by somebody named',
      () => ({ field: 'referrer', op: 'any', values: [people['柏松'] ?? 0] }),
      ['安宁'],
    ],
    [
      'was not',
      () => ({ field: 'referrer', op: 'none', values: [people['柏松'] ?? 0] }),
      without('安宁'),
    ],
    ['has principal', () => ({ field: 'principalCents', min: 500_00 }), ['安宁']],
    ['has little bonus', () => ({ field: 'bonusCents', max: 10_00 }), without('安宁')],
    ['has so much in all', () => ({ field: 'walletCents', min: 550_00, max: 550_00 }), ['安宁']],
    ['owes nothing', () => ({ field: 'debtCents', max: 0 }), ALL],
    ['has few points', () => ({ field: 'points', max: 79 }), without('安宁')],
    ['was born so', () => ({ field: 'birthYear', min: 1990 }), ['安宁']],
    ['brought somebody', () => ({ field: 'referred', min: 1 }), ['柏松']],
    ['joined lately', () => ({ field: 'joined', op: 'within', days: 7 }), ['安宁']],
    [
      'joined in a quarter',
      () => ({ field: 'joined', op: 'between', from: '2026-01-01', to: '2026-03-31' }),
      ['总部客', '陈晨'],
    ],
    ['was here lately', () => ({ field: 'lastVisit', op: 'within', days: 1 }), ['安宁']],
    ['has not been here for long', () => ({ field: 'lastVisit', op: 'over', days: 90 }), ['柏松']],
    [
      'was here last in summer',
      () => ({ field: 'lastVisit', op: 'between', from: '2026-05-01', to: '2026-08-31' }),
      ['柏松'],
    ],
    ['was never here', () => ({ field: 'lastVisit', op: 'never' }), ['总部客', '陈晨']],
    ['topped up lately', () => ({ field: 'lastTopUp', op: 'within', days: 30 }), ['安宁']],
    ['never topped up', () => ({ field: 'lastTopUp', op: 'never' }), without('安宁')],
    [
      'spent so much lately',
      () => ({ field: 'spend', measure: 'sum', days: 30, min: 200_00 }),
      ['安宁'],
    ],
    [
      'spent nothing lately',
      () => ({ field: 'spend', measure: 'sum', days: 30, max: 0 }),
      without('安宁'),
    ],
    ['came more than once', () => ({ field: 'spend', measure: 'count', min: 2 }), ['安宁']],
    [
      'spent at a store',
      () => ({ field: 'spend', measure: 'sum', storeIds: [org.binjiangId], min: 1 }),
      [],
    ],
    [
      'topped up so much',
      () => ({
        field: 'topUps',
        measure: 'sum',
        from: '2026-11-01',
        to: '2026-11-30',
        min: 500_00,
      }),
      ['安宁'],
    ],
    [
      'has a birthday soon, of either calendar',
      () => ({ field: 'birthday', window: 'next', days: 14 }),
      ['安宁', '陈晨'],
    ],
    ['has one today', () => ({ field: 'birthday', window: 'next', days: 0 }), ['安宁']],
    [
      'has one next month by the sun',
      () => ({ field: 'birthday', window: 'next_month', calendar: 'solar' }),
      ['陈晨'],
    ],
    [
      'has a card that ends soon',
      () => ({ field: 'cardExpiry', op: 'within', days: 30 }),
      ['安宁'],
    ],
    ['has a card without end', () => ({ field: 'cardExpiry', op: 'none' }), ['柏松']],
    ['has an own choice', () => ({ field: 'custom', code: 'size', values: ['L', 'XL'] }), ['陈晨']],
    [
      'has an own number',
      () => ({ field: 'custom', code: 'height', min: 170, max: 180 }),
      ['陈晨'],
    ],
    ['has an own flag', () => ({ field: 'custom', code: 'vegan', is: true }), ['陈晨']],
    ['has an own text', () => ({ field: 'custom', code: 'remark', text: 'TEA' }), ['陈晨']],
    [
      'has an own date',
      () => ({ field: 'custom', code: 'since', from: '2026-02-01', to: '2026-02-28' }),
      ['陈晨'],
    ],
    ['has nothing there', () => ({ field: 'custom', code: 'vegan', is: false }), without('陈晨')],
    ['was picked', () => ({ field: 'members', ids: [people['柏松'] ?? 0, 99_999] }), ['柏松']],
  ])('who %s', async (_name, condition, names) => {
    expect(await namesFor('head', condition())).toEqual([...names].sort());
  });

  it('joins conditions, also in groups', async () => {
    expect(
      await namesFor(
        'head',
        { field: 'hasPhone', is: true },
        {
          match: 'any',
          not: true,
          conditions: [
            { field: 'gender', op: 'any', values: ['female'] },
            { field: 'homeStore', op: 'any', values: [org.headOfficeId] },
          ],
        },
      ),
    ).toEqual(['陈晨']);
  });

  it('shows a person the members of their stores only, with masked phones', async () => {
    expect(await namesFor('manager')).toEqual(['安宁', '柏松', '陈晨'].sort());
    const { text } = await as('manager').post('/api/v1/segments/preview', { filter: all() });
    expect(text).toMatch(/199\*{4}/);
    expect(text).not.toMatch(/1990000\d{4}/);
    expect((await as('cashier').post('/api/v1/segments/preview', { filter: all() })).status).toBe(
      403,
    );
  });

  it('says which condition is wrong', async () => {
    const { status, body } = await as('head').post('/api/v1/segments/preview', {
      filter: all({ field: 'points', min: 5, max: 1 }),
    });
    expect([status, body.errors]).toEqual([
      422,
      [{ field: 'filter.conditions.0.max', code: 'field.min' }],
    ]);
    const gone = await as('head').post('/api/v1/segments/preview', {
      filter: all({ field: 'custom', code: 'gone' }),
    });
    expect([gone.status, gone.body.code]).toEqual([409, 'segment.unknown_field']);
  });
});

describe('a saved segment', () => {
  const women = all({ field: 'gender', op: 'any', values: ['female'] });
  const save = (login: string, body: object) =>
    as(login).post('/api/v1/segments', {
      name: '女会员',
      filter: women,
      visibility: 'private',
      ...body,
    });

  it('is its owner’s until it is shared', async () => {
    const { status, body } = await save('manager', {});
    expect([status, body.editable, body.members]).toEqual([201, true, null]);
    expect((await as('head').get(`/api/v1/segments/${body.id}`)).body.code).toBe(
      'segment.not_found',
    );
    const shared = { name: '女会员', filter: women, visibility: 'shared', version: 1 };
    expect((await as('manager').put(`/api/v1/segments/${body.id}`, shared)).body.version).toBe(2);
    expect((await as('head').get(`/api/v1/segments/${body.id}`)).body.editable).toBe(true);
    expect((await as('manager').put(`/api/v1/segments/${body.id}`, shared)).body.code).toBe(
      'segment.changed_meanwhile',
    );
  });

  it('of head office is read by a manager, not changed', async () => {
    const { body } = await save('head', { name: '全部女会员', visibility: 'shared' });
    const path = `/api/v1/segments/${body.id}`;
    expect((await as('manager').get(path)).body.editable).toBe(false);
    const edit = { name: '改名', filter: women, visibility: 'shared', version: 1 };
    expect((await as('manager').put(path, edit)).body.code).toBe('segment.not_yours');
    expect((await as('manager').delete(path)).body.code).toBe('segment.not_yours');
  });

  it('keeps how many its reader saw, each their own', async () => {
    const { body } = await save('head', {
      name: '有手机',
      visibility: 'shared',
      filter: all({ field: 'hasPhone', is: true }),
    });
    expect((await as('head').get(`/api/v1/segments/${body.id}/preview`)).body.members).toBe(3);
    expect((await as('manager').get(`/api/v1/segments/${body.id}/preview`)).body.members).toBe(2);
    const rowOf = async (login: string) =>
      (await as(login).get('/api/v1/segments', { query: { q: '有手机' } })).body.rows[0];
    expect(await rowOf('head')).toMatchObject({
      members: 3,
      countedAt: '2026-11-22T04:00:00.000Z',
    });
    expect(await rowOf('manager')).toMatchObject({ members: 2 });
    const members = await as('manager').get(`/api/v1/segments/${body.id}/members`, {
      query: { pageSize: '1', page: '2' },
    });
    expect(members.body).toMatchObject({ total: 2, rows: [{ name: '安宁', points: 280 }] });
  });

  it('needs a name of its own, conditions that can be asked, and the right to save', async () => {
    expect((await save('head', { name: '全部女会员' })).body.code).toBe('segment.name_taken');
    expect((await save('head', { name: '' })).status).toBe(422);
    expect((await save('head', { name: '坏', filter: all({ field: 'nothing' }) })).status).toBe(
      422,
    );
    expect(
      (await save('head', { name: '坏', filter: all({ field: 'custom', code: 'gone' }) })).status,
    ).toBe(409);
    await db.write(async (tx) => {
      const { id } = await tx.one<{ id: number }>(
        "INSERT INTO role (code, name, permissions) VALUES ('reader', '只读', '{segment.read}') RETURNING id",
      );
      await aStaffMember(tx, { login: 'reader', homeStoreId: org.renminId, roleIds: [id] });
    });
    expect((await save('reader', { name: '读者' })).status).toBe(403);
  });

  it('leaves the list when it is deleted', async () => {
    const { body } = await save('head', { name: '临时' });
    expect((await as('head').delete(`/api/v1/segments/${body.id}`)).status).toBe(204);
    expect((await as('head').get(`/api/v1/segments/${body.id}`)).status).toBe(404);
    expect((await save('head', { name: '临时' })).status).toBe(201);
  });

  it('is made of what can be chosen within one’s stores', async () => {
    const { body } = await as('manager').get('/api/v1/segments/options');
    expect(body.stores.map(({ label }: { label: string }) => label)).toEqual([
      '人民路店',
      '滨江店',
    ]);
    expect(body.tags).toEqual([{ value: String(tagId), label: '常客' }]);
    expect(body.fields).toContainEqual({
      code: 'size',
      label: 'size',
      kind: 'choice',
      options: [],
    });
  });
});
