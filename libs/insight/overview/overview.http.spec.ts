import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { aShopper, shelved } from '../../counter/sales/sales.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { db, org, as } = await testApp({ clock });
const head = as('head');
const manager = as('manager');
const at = { storeId: org.renminId, staffId: org.staffIds.manager };
const show = async (query: Record<string, string>, who = head) =>
  (await who.get('/api/v1/overview', { query })).body;

beforeAll(async () => {
  // The top-up of this builder is dated 2026-01-01.
  const [shopper, product] = await db.write(async (tx) => [
    await aShopper(tx, {
      ...at,
      levelId: org.levelIds.ordinary,
      principalCents: 100_00,
      bonusCents: 20_00,
    }),
    await shelved(tx, at, { priceCents: 50_00, qtyMilli: 6_000 }),
  ]);
  const sell = async () =>
    (
      await manager.post(
        '/api/v1/sales',
        {
          memberId: shopper.memberId,
          cardNo: shopper.cardNo,
          dueCents: 50_00,
          lines: [{ productId: product.id, qtyMilli: 1_000, unitPriceCents: 50_00 }],
          tenders: [
            { tender: 'wallet', amountCents: 30_00 },
            { tender: 'cash', amountCents: 20_00, givenCents: 50_00 },
          ],
        },
        { key: randomUUID() },
      )
    ).body.saleId as number;
  await sell();
  await manager.post(
    `/api/v1/sales/${await sell()}/void`,
    { reason: '录错' },
    { key: randomUUID() },
  );
});

it('counts money received, consumption and what is owed, voided sales in none of them', async () => {
  expect(await show({ from: '2026-11-22', to: '2026-11-22' })).toEqual({
    receivedCents: 20_00,
    consumptionCents: 50_00,
    principalLiabilityCents: 75_00,
    bonusLiabilityCents: 15_00,
    newMembers: 0,
    activeMembers: 1,
    previous: {
      receivedCents: 0,
      consumptionCents: 0,
      principalLiabilityCents: 100_00,
      bonusLiabilityCents: 20_00,
      newMembers: 0,
      activeMembers: 0,
    },
    days: [{ date: '2026-11-22', consumptionCents: 50_00, receivedCents: 20_00 }],
    birthdaysToday: 0,
    lowStock: 0,
    lastVerification: null,
    pinsAtTwoStores: [],
  });
});

it('takes a top-up as money received, on its day', async () => {
  expect(await show({ from: '2025-12-31', to: '2026-01-01' })).toMatchObject({
    receivedCents: 100_00,
    consumptionCents: 0,
    principalLiabilityCents: 100_00,
    newMembers: 1,
    activeMembers: 0,
    previous: { principalLiabilityCents: 0, bonusLiabilityCents: 0 },
    days: [
      { date: '2025-12-31', receivedCents: 0 },
      { date: '2026-01-01', receivedCents: 100_00 },
    ],
  });
});

it('keeps to the stores that are asked for, and to those one may see', async () => {
  const day = { from: '2026-11-22', to: '2026-11-22' };
  expect(await show({ ...day, storeIds: String(org.binjiangId) })).toMatchObject({
    receivedCents: 0,
    consumptionCents: 0,
    principalLiabilityCents: 0,
    activeMembers: 0,
  });
  expect(await show(day, manager)).toMatchObject({ receivedCents: 20_00 });
  expect(await show({ ...day, storeIds: String(org.headOfficeId) }, manager)).toMatchObject({
    code: 'access.store_forbidden',
  });
  expect((await as('cashier').get('/api/v1/overview', { query: day })).status).toBe(403);
});

it('counts birthdays of both calendars and goods that run out', async () => {
  // 2026-11-22 is the 14th day of the 10th lunar month.
  await db.query(
    `INSERT INTO member (name, level_id, home_store_id, joined_on, birthday_calendar, birth_month, birth_day)
     SELECT n, $1, $2, '2026-01-01', c, m, d FROM (VALUES ('甲', 'solar', 11, 22), ('乙', 'lunar', 10, 14), ('丙', 'lunar', 11, 22)) AS v(n, c, m, d)`,
    [org.levelIds.ordinary, org.renminId],
  );
  await db.write((tx) => shelved(tx, at, { qtyMilli: 4_000 }));
  expect(await show({ from: '2026-11-22', to: '2026-11-22' })).toMatchObject({
    birthdaysToday: 2,
    lowStock: 1,
  });
});

it.each([
  [{ from: '2026-11-22' }, 'to'],
  [{ from: '2026-11-22', to: '2026-11-21' }, 'to'],
  [{ from: '2024-01-01', to: '2026-11-21' }, 'to'],
  [{ from: 'x', to: '2026-11-21' }, 'from'],
])('refuses %j', async (query, field) => {
  expect(await show(query as Record<string, string>)).toMatchObject({
    code: 'request.invalid',
    errors: [expect.objectContaining({ field })],
  });
});
