import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { aMember } from '../../membership/members/members.fixtures.js';
import { aGift, registered } from './wallets.fixtures.js';

const clock = new FixedClock(new Date('2026-11-01T03:00:00Z'));
const { as, db, org } = await testApp({ clock });
const [cashier, manager, head] = [as('cashier'), as('manager'), as('head')];
const key = () => ({ key: randomUUID() });

const terms = (change: object = {}) => ({
  name: '充 1000 送 100',
  startsOn: '2026-11-01',
  payCents: 1000_00,
  gives: aGift(100_00, { points: 50 }),
  perMultiple: false,
  ...change,
});
const create = (change: object = {}, who = head) =>
  who.post('/api/v1/top-up-rules', terms(change), key());
const edit = (id: number, change: object = {}, who = head) =>
  who.put(`/api/v1/top-up-rules/${id}`, { ...terms(change), version: 1 }, key());
const list = async (query: Record<string, string> = {}, who = head) =>
  (await who.get('/api/v1/top-up-rules', { query })).body;
const pay = async (amountCents: number, who = cashier) => {
  const { memberId } = await aMember(db);
  await registered(db, memberId);
  const path = `/api/v1/members/${memberId}/top-ups`;
  return { memberId, ...(await who.post(path, { amountCents, tender: 'cash' }, key())).body };
};

beforeEach(() => clock.set('2026-11-01T03:00:00Z'));
afterEach(() => db.query('UPDATE top_up_rule SET active = false'));

describe('a top-up rule', () => {
  it('is made by head office and offered at the till at once', async () => {
    const { status, body } = await create({ grantsLevelId: org.levelIds.gold });
    expect({ status, version: body.version }).toEqual({ status: 201, version: 1 });
    const { memberId } = await aMember(db);
    const [offer] = (
      await cashier.get('/api/v1/top-up-offers', { query: { memberId: String(memberId) } })
    ).body;
    expect(offer).toMatchObject({
      id: body.id,
      gives: [
        { kind: 'bonus', bonusCents: 100_00 },
        { kind: 'points', points: 50 },
      ],
      grantsLevelName: '金卡',
    });
    const gold = await aMember(db, { levelId: org.levelIds.gold });
    const [same] = (
      await cashier.get('/api/v1/top-up-offers', { query: { memberId: String(gold.memberId) } })
    ).body;
    expect(same).toMatchObject({ grantsLevelId: null, grantsLevelName: null });
  });

  it('that was used stays as it was: a new version counts, old top-ups point at the old one', async () => {
    const first = (await create()).body;
    const before = await pay(1000_00);
    const second = (await edit(first.id, { gives: aGift(200_00) })).body;
    expect(second).toMatchObject({ version: 2 });
    const after = await pay(1000_00);
    expect([before.bonusCents, after.bonusCents]).toEqual([100_00, 200_00]);
    const { rows } = await list({ state: 'running' });
    expect(rows).toEqual([expect.objectContaining({ id: second.id, version: 2, usedTimes: 2 })]);
    const versions = (await head.get(`/api/v1/top-up-rules/${first.id}/versions`)).body;
    expect(
      versions.map((v: { version: number; gives: object[] }) => [v.version, v.gives[0]]),
    ).toMatchObject([
      [2, { bonusCents: 200_00 }],
      [1, { bonusCents: 100_00 }],
    ]);
    const ofRule = (await manager.get('/api/v1/top-ups', { query: { ruleId: String(second.id) } }))
      .body;
    expect(ofRule.rows.map((row: { ruleVersion: number }) => row.ruleVersion)).toEqual([2, 1]);
    expect((await edit(first.id)).body.code).toBe('record.changed');
  });

  it('ends after a day, or at once', async () => {
    const { id } = (await create()).body;
    const ended = await head.post(
      `/api/v1/top-up-rules/${id}/end`,
      { lastDay: '2026-11-02', version: 1 },
      key(),
    );
    clock.set('2026-11-02T04:00:00Z');
    expect((await pay(1000_00, as('cashier'))).bonusCents).toBe(100_00);
    clock.set('2026-11-03T04:00:00Z');
    expect((await pay(1000_00, as('cashier'))).bonusCents).toBe(0);
    expect((await list({ state: 'ended' }, as('head'))).rows).toContainEqual(
      expect.objectContaining({ id: ended.body.id, state: 'ended' }),
    );
  });

  it('ends at once', async () => {
    const other = (await create({ payCents: 500_00 })).body;
    await head.post(`/api/v1/top-up-rules/${other.id}/end`, { version: 1 }, key());
    expect((await pay(500_00)).bonusCents).toBe(0);
  });

  it('is given for each full multiple where it says so', async () => {
    await create({ perMultiple: true });
    expect(await pay(3500_00)).toMatchObject({ bonusCents: 300_00, points: 150 });
    const row = await db.one('SELECT rule_times FROM top_up ORDER BY id DESC LIMIT 1');
    expect(row).toEqual({ rule_times: 3 });
  });

  it('pays its bonus in instalments from the month it says', async () => {
    await create({
      gives: aGift(100_00, { bonusInstalments: 3, firstAfterMonths: 0, bonusValidDays: 30 }),
    });
    const { memberId, bonusAfterCents } = await pay(1000_00);
    expect(bonusAfterCents).toBe(33_34);
    const wallet = (await cashier.get(`/api/v1/members/${memberId}/wallet`)).body;
    expect(wallet).toMatchObject({
      heldBonusCents: 66_66,
      nextRelease: { on: '2026-12-01', cents: 33_33 },
    });
  });

  it('says which other rules it meets, and which of them members get', async () => {
    const all = (await create({ name: '全部' })).body;
    const gold = (await create({ name: '金卡', levelId: org.levelIds.gold })).body;
    expect(gold.overlaps).toEqual([{ id: all.id, name: '全部', wins: false }]);
    const rows = (await list({ state: 'running' })).rows as { id: number; overlaps: object[] }[];
    expect(rows.find(({ id }) => id === all.id)?.overlaps).toEqual([
      { id: gold.id, name: '金卡', wins: true },
    ]);
  });

  it.each([
    ['nothing is given', { gives: aGift(0) }, 'top_up_rule.empty'],
    ['it ends before it starts', { endsOn: '2026-10-31' }, 'top_up_rule.ends_before_it_starts'],
    ['the level is not there', { grantsLevelId: 99 }, 'request.invalid'],
    ['there is no price', { payCents: 0 }, 'request.invalid'],
    ['it is for less than a yuan', { payCents: 1, gives: aGift(5) }, 'request.invalid'],
    [
      'ten million are given for each yuan',
      { payCents: 1_00, gives: aGift(10_000_000_00), perMultiple: true },
      'top_up_rule.too_generous',
    ],
    ['a cent too many is given', { gives: aGift(5000_01) }, 'top_up_rule.too_generous'],
    [
      'a point too many is given',
      { gives: aGift(0, { points: 100_001 }) },
      'top_up_rule.gives_too_much',
    ],
    [
      'a kind is given that nobody knows',
      { gives: [{ kind: 'luck', luck: 1 }] },
      'request.invalid',
    ],
    ['a kind is given twice', { gives: [...aGift(1), ...aGift(2)] }, 'request.invalid'],
    ['a date is none', { startsOn: '2026-02-30' }, 'request.invalid'],
    [
      'too many instalments are asked',
      { gives: aGift(1, { bonusInstalments: 37 }) },
      'request.invalid',
    ],
  ])('is refused where %s', async (_what, change, code) => {
    expect((await create(change)).body.code).toBe(code);
  });

  it('is read by managers, and written by head office only', async () => {
    const { id } = (await create()).body;
    expect((await list({}, manager)).rows).toContainEqual(expect.objectContaining({ id }));
    expect(
      (await manager.get('/api/v1/top-up-rules', { query: { storeId: String(org.headOfficeId) } }))
        .body.code,
    ).toBe('access.store_forbidden');
    for (const answer of [
      await create({}, manager),
      await edit(id, {}, manager),
      await cashier.get('/api/v1/top-up-rules'),
    ])
      expect(answer.body.code).toBe('access.forbidden');
  });

  it('has no months to wait where the bonus comes in one part', async () => {
    const bonus = { kind: 'bonus', bonusCents: 500, bonusInstalments: 1, firstAfterMonths: 3 };
    const errors = [{ field: 'gives.0.firstAfterMonths', code: 'field.is_in' }];
    expect((await create({ gives: [bonus] })).body).toMatchObject({ errors });
  });

  it('is saved once, however often it is sent', async () => {
    const once = key();
    const first = await head.post('/api/v1/top-up-rules', terms({ name: '一次' }), once);
    const again = await head.post('/api/v1/top-up-rules', terms({ name: '一次' }), once);
    expect(again.body).toEqual(first.body);
    expect((await list({ q: '一次' })).total).toBe(1);
  });

  it('of two people who edit it at once one is told', async () => {
    const { id } = (await create({ payCents: 700_00 })).body;
    const answers = await Promise.all([
      edit(id, { gives: aGift(1) }),
      edit(id, { gives: aGift(2) }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('the list of top-ups', () => {
  it('sums what stands apart from what was taken back, for the stores one may see', async () => {
    const { memberId } = await pay(300_00);
    const wrong = (
      await cashier.post(
        `/api/v1/members/${memberId}/top-ups`,
        { amountCents: 400_00, tender: 'wechat' },
        key(),
      )
    ).body;
    await manager.post(`/api/v1/top-ups/${wrong.topUpId}/reversal`, { reason: '录错' }, key());
    const found = (
      await manager.get('/api/v1/top-ups', {
        query: { memberId: String(memberId), from: '2026-11-01', to: '2026-11-01' },
      })
    ).body;
    expect(found).toMatchObject({
      total: 2,
      totals: { count: 1, principalCents: 300_00, reversedCount: 1, reversedCents: 400_00 },
      rows: [
        { tender: 'wechat', reversalReason: '录错' },
        { tender: 'cash', reversedBy: null },
      ],
    });
    const only = (
      await manager.get('/api/v1/top-ups', {
        query: { memberId: String(memberId), state: 'reversed' },
      })
    ).body;
    expect(only.total).toBe(1);
    const elsewhere = await cashier.get('/api/v1/top-ups', {
      query: { storeId: String(org.binjiangId) },
    });
    expect(elsewhere.body.code).toBe('access.store_forbidden');
  });

  it('goes away as a file: these rows, these sums, these stores', async () => {
    const rule = (await create({ payCents: 800_00 })).body;
    const { memberId } = await pay(800_00);
    const more = (tender: string) =>
      cashier.post(`/api/v1/members/${memberId}/top-ups`, { amountCents: 300_00, tender }, key());
    const wrong = (await more('wechat')).body;
    await more('bank_transfer');
    await manager.post(`/api/v1/top-ups/${wrong.topUpId}/reversal`, { reason: '录错' }, key());
    const rows = (query: Record<string, string>, who = manager) =>
      who.get('/api/v1/reports/top-up-list/rows', { query });
    const { name } = await db.one<{ name: string }>('SELECT name FROM member WHERE id = $1', [
      memberId,
    ]);
    const member = { memberId: String(memberId) };
    const filters: Record<string, string>[] = [
      member,
      { ...member, state: 'standing' },
      { ...member, state: 'reversed', tender: 'wechat' },
      { ruleId: String(rule.id), from: '2026-11-01', to: '2026-11-01' },
      { storeIds: String(org.renminId), staffId: String(org.staffIds.cashier), q: name },
    ];
    for (const filter of filters) {
      const list = (await manager.get('/api/v1/top-ups', { query: filter })).body;
      const file = (await rows(filter)).body;
      expect(file.rows).toEqual(list.rows.map((row: object) => expect.objectContaining(row)));
      const { principalCents, bonusCents, points } = list.totals;
      expect(file).toMatchObject({
        total: list.total,
        totals: { principalCents, bonusCents, points },
      });
    }
    const all = (await rows(member)).body;
    expect(all.rows.map((row: Record<string, unknown>) => [row.tender, row.reversed])).toEqual([
      ['bank_transfer', false],
      ['wechat', true],
      ['cash', false],
    ]);
    expect(all.totals).toEqual({ principalCents: 1100_00, bonusCents: 100_00, points: 50 });
    const elsewhere = { storeId: String(org.binjiangId) };
    expect((await rows(elsewhere, cashier)).body.code).toBe('access.store_forbidden');
    await db.query('UPDATE top_up SET store_id = $1 WHERE id = $2', [
      org.binjiangId,
      wrong.topUpId,
    ]);
    expect((await rows(member, cashier)).body.total).toBe(2);
    expect((await rows({ ...member, ...elsewhere }, head)).body.total).toBe(1);
  });

  it('counts the prints of a slip; a reprint is written down', async () => {
    const { topUpId } = await pay(300_00);
    const print = async () =>
      (await cashier.post(`/api/v1/top-ups/${topUpId}/prints`, {})).body.printCount;
    expect([await print(), await print()]).toEqual([1, 2]);
    const { rows } = (await head.get('/api/v1/audit', { query: { action: 'wallet.reprint_slip' } }))
      .body;
    expect(rows).toEqual([
      expect.objectContaining({ subjectId: String(topUpId), after: { printCount: 2 } }),
    ]);
  });
});
