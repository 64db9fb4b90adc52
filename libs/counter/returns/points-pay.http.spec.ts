import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { House, Ledger, pointsOf } from '#ledger';
import { testApp } from '#workshop/testing';
import { FIXTURE_PIN } from '../../membership/members/members.fixtures.js';
import { postingsOf, type Shelved, shelved } from '../sales/sales.fixtures.js';
import { aMemberWithPoints } from './points-pay.fixtures.js';
import { previewed, returned, sold } from './returns.fixtures.js';

// 积分抵现: points pay a sale, and come back with it.
const SOLD_ON = '2026-11-22T04:00:00Z';
const clock = new FixedClock(new Date(SOLD_ON));
const { db, org, as } = await testApp({ clock });
const manager = as('manager');
const at = { storeId: org.renminId, staffId: org.staffIds.manager };
const FAR = 10_000_000_00;

const versions = new Map<string, number>();
async function set(key: string, value: unknown): Promise<void> {
  const version = versions.get(key) ?? 0;
  const answer = await as('head').put(`/api/v1/settings/${key}`, { value, version });
  expect(answer.status).toBe(200);
  versions.set(key, version + 1);
}

beforeAll(async () => {
  await set('approval.return_from_cents', FAR);
  await set('wallet.pin_limit_cents', FAR);
  await set('points.pay', true);
  await set('points.pay_percent', 80);
  await db.query('UPDATE level SET pay_rate_bps = 10000, points_per_yuan_bps = 10000');
  await manager.sitAt(org.renminTillId);
});

let product: Shelved;
beforeEach(async () => {
  product = await db.write((tx) => shelved(tx, at, { priceCents: 20_00, qtyMilli: 50_000 }));
});

/** Somebody of this store with points out of two lots. */
const withPoints = (lots: [number, number], more: { principalCents?: number; pin?: string } = {}) =>
  aMemberWithPoints(db, { ...at, levelId: org.levelIds.ordinary, at: clock.now() }, lots, more);

const points = (units: number, amountCents = units) => ({ tender: 'points', amountCents, units });
const cash = (amountCents: number) => ({ tender: 'cash', amountCents, givenCents: amountCents });
const pieces = (count: number) => [
  { productId: product.id, qtyMilli: count * 1_000, unitPriceCents: product.priceCents },
];
const sell = (body: object) => manager.post('/api/v1/sales', body, { key: randomUUID() });
const piece = [{ lineNo: 1, qtyMilli: 1_000 }];
const lotsOf = (memberId: number) =>
  db.query(
    `SELECT l.expires_on AS until, l.remaining AS left FROM ledger.lot l JOIN ledger.account a ON a.id = l.account_id
      WHERE a.kind = 'points' AND a.owner_id = $1 AND l.remaining > 0 ORDER BY l.expires_on, l.id`,
    [memberId],
  );
const standing = async (memberId: number) =>
  (await db.one<{ balance: number; debt: number }>(
    `SELECT balance, debt FROM ledger.account WHERE kind = 'points' AND owner_id = $1`,
    [memberId],
  )) ?? { balance: 0, debt: 0 };

describe('points as tender, partly returned (golden G11)', () => {
  it('earn nothing, leave the lot that ends first, and come back by their share until nothing is left', async () => {
    const { memberId } = await withPoints([1_500, 1_000]);
    const body = {
      memberId,
      lines: pieces(3),
      // The order in which a cashier keys them decides nothing.
      tenders: [cash(40_00), points(2_000)],
      dueCents: 60_00,
    };
    const answer = await sell(body);
    expect(answer.body).toMatchObject({
      ...{ receivedCents: 40_00, otherCents: 20_00, pointsUsed: 2_000, pointsEarned: 40 },
      pointsAfter: 540,
    });
    const { saleId } = answer.body;
    expect(await lotsOf(memberId)).toEqual([
      { until: '2027-12-31', left: 500 },
      { until: '2027-12-31', left: 40 },
    ]);
    const { entryId } = await db.one<{ entryId: number }>(
      'SELECT entry_id AS "entryId" FROM sale WHERE id = $1',
      [saleId],
    );
    expect((await postingsOf(db, entryId)).filter((text) => !text.includes(' G '))).toEqual([
      'points/balance PTS 1960',
      'points_issued@RM PTS 40',
      'points_redeemed@RM CNY 2000',
      'points_redeemed@RM PTS -2000',
      'sales@RM CNY -6000',
      'tender:cash@RM CNY 4000',
    ]);
    expect(
      await db.query('SELECT kind, cents FROM sale_component WHERE sale_id = $1 ORDER BY kind', [
        saleId,
      ]),
    ).toEqual([
      { kind: 'tender:cash', cents: 40_00 },
      { kind: 'tender:points', cents: 20_00 },
    ]);
    const { body: detail } = await manager.get(`/api/v1/sales/${saleId}`);
    expect(detail).toMatchObject({ otherCents: 20_00, pointsUsed: 2_000 });
    expect(detail.tenders[1]).toMatchObject({ tender: 'points', amountCents: 20_00, units: 2_000 });

    const G11 = [
      { counted: 667, cents: 6_67, cash: 13_33, stays: 26 },
      { counted: 667, cents: 6_67, cash: 13_33, stays: 13 },
      { counted: 666, cents: 6_66, cash: 13_34, stays: 0 },
    ];
    let earned = 40;
    for (const row of G11) {
      const amounts = {
        cents: 20_00,
        money: [{ tender: 'cash', amountCents: row.cash }],
        counted: [{ tender: 'points', amountCents: row.cents, units: row.counted }],
        points: earned - row.stays,
        pointsOwed: 0,
      };
      expect((await previewed(manager, saleId, piece)).body).toMatchObject(amounts);
      expect((await returned(manager, saleId, piece)).body).toMatchObject(amounts);
      earned = row.stays;
    }
    expect(await lotsOf(memberId)).toEqual([
      { until: '2026-12-31', left: 1_500 },
      { until: '2027-12-31', left: 1_000 },
    ]);
    const { body: papers } = await manager.get(`/api/v1/sales/${saleId}/returns`);
    expect(papers.returns[2].counted).toEqual([
      { tender: 'points', amountCents: 6_66, units: 666 },
    ]);
    const { body: rows } = await manager.get(`/api/v1/members/${memberId}/activity`);
    const moved = rows.map((row: { points: number }) => row.points);
    expect(moved.slice(0, 4)).toEqual([653, 654, 653, -1_960]);
  });
});

it('a void gives all of them back and takes back what was earned', async () => {
  const { memberId } = await withPoints([0, 3_000]);
  const tenders = [points(1_000), cash(10_00)];
  const saleId = await sold(manager, { memberId, lines: pieces(1), tenders, dueCents: 20_00 });
  expect(await standing(memberId)).toEqual({ balance: 2_010, debt: 0 });
  const body = { reason: '点错' };
  const answer = await manager.post(`/api/v1/sales/${saleId}/void`, body, { key: randomUUID() });
  expect(answer.body).toMatchObject({ pointsTakenBack: 10, pointsGivenBack: 1_000 });
  expect(await standing(memberId)).toEqual({ balance: 3_000, debt: 0 });
});

it('what comes back repays what is owed first', async () => {
  const { memberId } = await withPoints([0, 1_000]);
  const first = await sold(manager, {
    ...{ memberId, lines: pieces(1), dueCents: 20_00 },
    tenders: [points(500), cash(15_00)],
  });
  const second = await sold(manager, {
    ...{ memberId, lines: pieces(1), dueCents: 20_00 },
    tenders: [points(500), cash(15_00)],
  });
  await db.write((tx) =>
    new Ledger().act(
      tx,
      {
        kind: 'adjustment',
        businessDate: '2026-11-22',
        at: clock.now(),
        ...at,
        memberId,
        accounts: [pointsOf(memberId)],
      },
      (books) => books.owe(pointsOf(memberId), 100, House.adjustment(at.storeId)),
    ),
  );
  expect(await standing(memberId)).toEqual({ balance: 0, debt: 70 });
  expect((await returned(manager, first, piece)).body).toMatchObject({ points: 15, pointsOwed: 0 });
  expect(await standing(memberId)).toEqual({ balance: 415, debt: 0 });
  await returned(manager, second, piece);
  expect(await standing(memberId)).toEqual({ balance: 900, debt: 0 });
});

describe('points are refused', () => {
  const asked = async (tenders: object[], more: object = {}) => {
    const { memberId } = await withPoints([0, 1_000]);
    const { status, body } = await sell({
      ...{ memberId, lines: pieces(1), dueCents: 20_00, tenders },
      ...more,
    });
    return [status, body.code, body.errors?.[0]?.field];
  };

  it.each([
    [
      'not in whole steps',
      [points(150), cash(18_50)],
      [422, 'points.pay_steps', 'tenders.0.units'],
    ],
    [
      'worth something else by now',
      [points(200, 4_00), cash(16_00)],
      [409, 'points.worth_changed', 'tenders.0.units'],
    ],
    [
      'more than their share',
      [points(1_700), cash(3_00)],
      [422, 'points.pays_too_much', 'tenders.0.units'],
    ],
    [
      'not counted',
      [{ tender: 'points', amountCents: 5_00 }, cash(15_00)],
      [422, 'request.invalid', 'tenders.0.units'],
    ],
    [
      'more than there are',
      [points(1_100), cash(9_00)],
      [409, 'ledger.insufficient_points', undefined],
    ],
  ])('%s', async (_what, tenders, refusal) => {
    expect(await asked(tenders)).toEqual(refusal);
  });

  it('of a guest, and where the chain takes none', async () => {
    const tenders = [points(500), cash(15_00)];
    expect((await asked(tenders, { memberId: undefined }))[1]).toBe('sale.tender_needs_member');
    await set('points.pay', false);
    expect((await asked(tenders))[1]).toBe('points.pay_off');
    await set('points.pay', true);
  });
});

it('asks for the PIN as money out of the wallet does, both together', async () => {
  await set('wallet.pin_limit_cents', 12_00);
  const { memberId } = await withPoints([0, 5_000], { principalCents: 50_00, pin: FIXTURE_PIN });
  const pay = (tenders: object[], more: object = {}) =>
    sell({ memberId, lines: pieces(1), dueCents: 20_00, tenders, ...more });
  const wallet = { tender: 'wallet', amountCents: 8_00 };
  const tenders = [wallet, points(700), cash(5_00)];
  expect((await pay(tenders)).body.code).toBe('member.pin_required');
  expect((await pay(tenders, { pin: '135791' })).body.code).toBe('member.wrong_pin');
  expect((await pay(tenders, { pin: FIXTURE_PIN })).status).toBe(201);
  // Small amounts of a day add up.
  expect((await pay([points(1_200), cash(8_00)])).status).toBe(201);
  expect((await pay([points(100), cash(19_00)])).body.code).toBe('member.pin_required');
  await set('wallet.pin_limit_cents', FAR);
});

it('beside a family card always ask for the holder’s PIN, and never for two', async () => {
  const owner = await withPoints([0, 1_000], { principalCents: 50_00, pin: '864202' });
  const holder = await withPoints([0, 1_000], { pin: FIXTURE_PIN });
  await db.query('UPDATE card SET wallet_id = $2 WHERE id = $1', [holder.cardId, owner.walletId]);
  const pay = (tenders: object[], more: object = {}) =>
    sell({ cardNo: holder.cardNo, lines: pieces(1), dueCents: 20_00, tenders, ...more });
  const few = [points(100), cash(19_00)];
  expect((await pay(few)).body.code).toBe('member.pin_required');
  expect((await pay(few, { pin: '864202' })).body.code).toBe('member.wrong_pin');
  expect((await pay(few, { pin: FIXTURE_PIN })).status).toBe(201);
  const both = [{ tender: 'wallet', amountCents: 5_00 }, points(500), cash(10_00)];
  expect((await pay(both, { pin: FIXTURE_PIN })).body.code).toBe('sale.two_pins');
  // Up to the limit that the owner set the holder's own PIN is enough for both.
  await db.query('UPDATE card SET day_limit_cents = 100000 WHERE id = $1', [holder.cardId]);
  expect((await pay(both, { pin: FIXTURE_PIN })).body).toMatchObject({
    ...{ principalCents: 5_00, otherCents: 5_00, pointsUsed: 500 },
  });
  expect((await standing(owner.memberId)).balance).toBe(1_000);
});

it('rest with the benefits of a card that is past its last day', async () => {
  const { memberId, cardId } = await withPoints([0, 1_000]);
  await db.query("UPDATE card SET expires_on = '2026-11-21' WHERE id = $1", [cardId]);
  const body = { memberId, lines: pieces(1), tenders: [points(100), cash(19_00)], dueCents: 20_00 };
  expect((await sell(body)).body.code).toBe('points.pay_rests');
});

it('two tills that spend the same points at once: exactly what there is is spent', async () => {
  const { memberId } = await withPoints([0, 1_000]);
  const tills = Array.from({ length: 6 }, () =>
    sell({
      ...{ memberId, lines: pieces(1), dueCents: 20_00 },
      tenders: [points(400), cash(16_00)],
    }),
  );
  const answers = await Promise.all(tills);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
  for (const { status, body } of answers)
    if (status !== 201) expect(body.code).toBe('ledger.insufficient_points');
  expect(await standing(memberId)).toEqual({ balance: 232, debt: 0 });
});
