import { FixedClock } from '#kernel';
import { STAFF_PIN, testApp, type TestBrowser } from '#workshop/testing';
import { aShopper, onHandOf, postingsOf, type Shelved, shelved } from '../sales/sales.fixtures.js';
import { balancesOf, line, one, previewed, returned, sold } from './returns.fixtures.js';

const SOLD_ON = '2026-11-22T04:00:00Z';
const RETURNED_ON = '2026-11-25T04:00:00Z';
const clock = new FixedClock(new Date(SOLD_ON));
const { db, org, as } = await testApp({ clock });
const manager = as('manager');
const at = { storeId: org.renminId, staffId: org.staffIds.manager };
const FAR = 10_000_000_00;
const SMALL = 'approval.return_from_cents';
const MEMBER_DAY = 'approval.member_day_from_cents';
const STAFF_DAY = 'approval.staff_day_from_cents';

beforeAll(async () => {
  const put = (key: string) =>
    as('head').put(`/api/v1/settings/${key}`, { value: FAR, version: 0 });
  for (const key of [SMALL, MEMBER_DAY, STAFF_DAY, 'wallet.pin_limit_cents'])
    expect((await put(key)).status).toBe(200);
  await manager.sitAt(org.renminTillId);
});
beforeEach(() => clock.set(SOLD_ON));

const shopper = (levelId: number, principalCents = 0, bonusCents = 0) =>
  db.write((tx) => aShopper(tx, { ...at, levelId, principalCents, bonusCents }));
const onShelf = (options: Parameters<typeof shelved>[2]) =>
  db.write((tx) => shelved(tx, at, options));
const balances = (of: { memberId: number; walletId: number }) => balancesOf(db, of);

/** The manager at the till on another day; the session of before has ended by then. */
async function onDay(at: string) {
  clock.set(at);
  const browser = as('manager');
  await browser.sitAt(org.renminTillId);
  return browser;
}

/** The sale of golden G05: gold pays nine tenths and earns a point a yuan. */
async function g05() {
  await db.query('UPDATE level SET points_per_yuan_bps = 10000 WHERE id = $1', [org.levelIds.gold]);
  const member = await shopper(org.levelIds.gold, 1072_00, 214_50);
  const [latte, shampoo, scalp] = [
    await onShelf({ priceCents: 56_00, kind: 'service' }),
    await onShelf({ priceCents: 89_00, qtyMilli: 3_000, valueCents: 100_00 }),
    await onShelf({ priceCents: 168_00, kind: 'service' }),
  ];
  const saleId = await sold(manager, {
    memberId: member.memberId,
    lines: [line(latte), line(shampoo), line(scalp)],
    dueCents: 281_70,
    tenders: [
      { tender: 'wallet', amountCents: 200_00 },
      { tender: 'cash', amountCents: 81_70, givenCents: 100_00 },
    ],
  });
  return { ...member, saleId, shampoo };
}

describe('a return of golden G05 (G06)', () => {
  it('gives back the shampoo, then the rest, each to where it came from', async () => {
    const member = await g05();
    const later = await onDay(RETURNED_ON);
    expect(await onHandOf(db, at.storeId, member.shampoo.id)).toBe(2_000);
    const preview = await previewed(later, member.saleId, [one(2)]);
    const amounts = {
      ...{ cents: 80_10, principalCents: 47_39, bonusCents: 9_48, points: 71, pointsOwed: 0 },
      money: [{ tender: 'cash', amountCents: 23_23 }],
      ...{ principalAfterCents: 952_74, bonusAfterCents: 190_63, pointsAfter: 177 },
    };
    expect(preview).toMatchObject({
      status: 200,
      body: {
        ...amounts,
        lines: [{ lineNo: 2, qtyMilli: 1_000, cents: 80_10 }],
        bonus: [{ amountCents: 9_48, into: 'lot', expiresOn: null }],
        moneyFrom: 'till',
        needsApproval: false,
      },
    });
    // Nothing has moved yet.
    expect(await balances(member)).toEqual({ principal: 905_35, bonus: 181_15, points: 248 });

    const other = await returned(later, member.saleId, [one(2)], { cents: 80_09 });
    expect(other.body.code).toBe('return.figures_changed');
    const first = await returned(later, member.saleId, [one(2)], { cents: 80_10 });
    expect(first).toMatchObject({ status: 201, body: amounts });
    expect(await postingsOf(db, first.body.entryId)).toEqual([
      'bonus/balance CNY -948',
      'cost_of_sales@RM G -1000 value -3333',
      'points/balance PTS 71',
      'points_issued@RM PTS -71',
      'principal/balance CNY -4739',
      'sales@RM CNY 8010',
      'stock/balance G 1000 value 3333',
      'tender:cash@RM CNY -2323',
    ]);
    expect(await onHandOf(db, at.storeId, member.shampoo.id)).toBe(3_000);

    const { body: list } = await later.get('/api/v1/sales?status=returned');
    expect(list).toMatchObject({
      rows: [{ id: member.saleId, dueCents: 281_70, returnedCents: 80_10 }],
      totals: { returnedCents: 80_10 },
    });

    const rest = await returned(later, member.saleId, [one(1), one(3)]);
    expect(rest.body).toMatchObject({
      ...{ cents: 201_60, principalCents: 119_26, bonusCents: 23_87, points: 177 },
      money: [{ tender: 'cash', amountCents: 58_47 }],
    });
    expect(await balances(member)).toEqual({ principal: 1072_00, bonus: 214_50, points: 0 });
    expect((await returned(later, member.saleId, [one(1)])).body.code).toBe(
      'return.more_than_left',
    );
    const { body: detail } = await later.get(`/api/v1/sales/${member.saleId}`);
    expect(detail).toMatchObject({ dueCents: 281_70, returnedCents: 281_70 });
    const { body: papers } = await later.get(`/api/v1/sales/${member.saleId}/returns`);
    expect(papers.returns).toHaveLength(2);
    expect(papers.lines.map((each: { leftCents: number }) => each.leftCents)).toEqual([0, 0, 0]);
  });
});

it('takes points of pieces back one by one (G07)', async () => {
  const member = await shopper(org.levelIds.ordinary);
  const sweets = await onShelf({ priceCents: 9_90 });
  const saleId = await sold(manager, {
    memberId: member.memberId,
    lines: [line(sweets, 3_000)],
    dueCents: 29_70,
    tenders: [{ tender: 'cash', amountCents: 29_70 }],
  });
  expect(await balances(member)).toMatchObject({ points: 29 });
  const taken = [];
  for (const _ of [1, 2, 3]) taken.push((await returned(manager, saleId, [one(1)])).body.points);
  expect(taken).toEqual([10, 10, 9]);
});

it('owes points that are spent, and later points repay them (G08)', async () => {
  const member = await shopper(org.levelIds.ordinary);
  const service = await onShelf({ priceCents: 248_35, kind: 'service' });
  const sell = (cents: number, product: Shelved) =>
    sold(manager, {
      memberId: member.memberId,
      lines: [line(product)],
      dueCents: cents,
      tenders: [{ tender: 'cash', amountCents: cents }],
    });
  const saleId = await sell(248_35, service);
  const adjust = (points: number) =>
    manager.post(
      `/api/v1/members/${member.memberId}/points-adjustments`,
      { points, reason: '换礼', approval: { login: 'head', pin: STAFF_PIN } },
      { key: `00000000-0000-4000-8000-${String(points + 1000).padStart(12, '0')}` },
    );
  expect((await adjust(-240)).status).toBe(201);
  expect((await returned(manager, saleId, [one(1)])).body).toMatchObject({
    ...{ points: 248, pointsOwed: 240, pointsAfter: 0 },
  });
  expect(await balances(member)).toMatchObject({ points: -240 });
  expect((await adjust(50)).status).toBe(201);
  expect(await balances(member)).toMatchObject({ points: -190 });
  await sell(300_00, await onShelf({ priceCents: 300_00, kind: 'service' }));
  expect(await balances(member)).toMatchObject({ points: 110 });
});

it('forgives points that expired unspent, and owes only what was spent (G09)', async () => {
  const [earns, elsewhere] = [
    await onShelf({ priceCents: 100_00, kind: 'service' }),
    await onShelf({ priceCents: 20_00, kind: 'service' }),
  ];
  const member = await shopper(org.levelIds.ordinary);
  const key = 'points.expiry_years';
  expect((await as('head').put(`/api/v1/settings/${key}`, { value: 0, version: 0 })).status).toBe(
    200,
  );
  const sell = (till: TestBrowser, product: Shelved) =>
    sold(till, {
      memberId: member.memberId,
      lines: [line(product)],
      dueCents: product.priceCents,
      tenders: [{ tender: 'cash', amountCents: product.priceCents }],
    });
  const saleId = await sell(await onDay('2027-12-20T04:00:00Z'), earns);
  const spent = await (
    await onDay('2027-12-25T04:00:00Z')
  ).post(
    `/api/v1/members/${member.memberId}/points-adjustments`,
    { points: -30, reason: '换礼', approval: { login: 'head', pin: STAFF_PIN } },
    { key: '00000000-0000-4000-8000-000000000009' },
  );
  expect(spent.status).toBe(201);
  await sell(await onDay('2028-01-02T04:00:00Z'), elsewhere);
  const { body } = await returned(await onDay('2028-01-05T04:00:00Z'), saleId, [one(1)]);
  expect(body).toMatchObject({ points: 100, pointsOwed: 10, pointsAfter: 0 });
  expect(await balances(member)).toMatchObject({ points: -10 });
});

describe('goods', () => {
  it('go to scrap where they can’t be sold again, and a sale of another store comes back here', async () => {
    const goods = await onShelf({ priceCents: 10_00, qtyMilli: 3_000, valueCents: 10_00 });
    const saleId = await sold(manager, {
      lines: [line(goods, 3_000)],
      dueCents: 30_00,
      tenders: [{ tender: 'wechat', amountCents: 30_00 }],
    });
    const scrap = await returned(manager, saleId, [one(1, 1_000, 'scrap')]);
    expect(await postingsOf(db, scrap.body.entryId)).toEqual([
      'cost_of_sales@RM G -1000 value -333',
      'sales@RM CNY 1000',
      'stock_variance@RM G 1000 value 333',
      'tender:wechat@RM CNY -1000',
    ]);
    await manager.sitAt(org.binjiangTillId);
    const there = await returned(manager, saleId, [one(1, 2_000)]);
    expect(await postingsOf(db, there.body.entryId)).toEqual([
      'cost_of_sales@RM G -2000 value -667',
      'sales@RM CNY 2000',
      'stock/balance G 2000 value 667',
      'tender:wechat@BJ CNY -2000',
    ]);
    expect(there.body.receiptNo).toMatch(/^BJ-/);
    expect(await onHandOf(db, org.binjiangId, goods.id)).toBe(2_000);
    await manager.sitAt(org.renminTillId);
  });
});

describe('a return and a void', () => {
  it('exclude each other', async () => {
    const service = await onShelf({ priceCents: 10_00, kind: 'service' });
    const sell = () =>
      sold(manager, {
        lines: [line(service, 2_000)],
        dueCents: 20_00,
        tenders: [{ tender: 'cash', amountCents: 20_00 }],
      });
    const voided = (saleId: number) =>
      manager.post(
        `/api/v1/sales/${saleId}/void`,
        { reason: '录错' },
        { key: `00000000-0000-4000-9000-${String(saleId).padStart(12, '0')}` },
      );
    const first = await sell();
    expect((await returned(manager, first, [one(1)])).status).toBe(201);
    expect((await voided(first)).body.code).toBe('sale.partly_returned');
    const second = await sell();
    expect((await voided(second)).status).toBe(200);
    expect((await returned(manager, second, [one(1)])).body.code).toBe('sale.already_voided');
    expect((await previewed(manager, second, [one(1)])).body.code).toBe('sale.already_voided');
  });
});

it('takes another person from the amount of the setting on, in the office money out of the safe', async () => {
  const head = as('head');
  const put = (value: number, version: number) =>
    head.put(`/api/v1/settings/${SMALL}`, { value, version });
  const service = await onShelf({ priceCents: 100_00, kind: 'service' });
  const saleId = await sold(manager, {
    lines: [line(service)],
    dueCents: 100_00,
    tenders: [{ tender: 'cash', amountCents: 100_00 }],
  });
  expect((await put(100_00, 1)).status).toBe(200);
  expect(await returned(head, saleId, [one(1)])).toMatchObject({
    status: 409,
    body: {
      code: 'approval.required',
      params: { kind: 'sale.return', amountCents: 100_00, limitCents: 100_00 },
    },
  });
  const approval = { login: 'manager', pin: STAFF_PIN };
  const { body } = await returned(head, saleId, [one(1)], { approval });
  expect(await postingsOf(db, body.entryId)).toEqual([
    'safe:cash@RM CNY -10000',
    'sales@RM CNY 10000',
  ]);
  expect((await put(FAR, 2)).status).toBe(200);
  expect(
    await db.one(`SELECT kind, document_kind FROM approval WHERE document_id = $1`, [
      body.returnId,
    ]),
  ).toEqual({ kind: 'sale.return', document_kind: 'sale_return' });
});

it('is no right of a cashier, and no sale of other stores', async () => {
  const service = await onShelf({ priceCents: 1_00, kind: 'service' });
  const saleId = await sold(manager, {
    lines: [line(service)],
    dueCents: 1_00,
    tenders: [{ tender: 'cash', amountCents: 1_00 }],
  });
  expect((await returned(as('cashier'), saleId, [one(1)])).status).toBe(403);
  expect((await returned(manager, 999_999, [one(1)])).body.code).toBe('sale.not_found');
});
