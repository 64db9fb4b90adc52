import { randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { aShopper, postingsOf, shelved } from '../sales/sales.fixtures.js';
import { previewed, returned } from '../returns/returns.fixtures.js';

const { db, org, as } = await testApp();
const cashier = as('cashier');
const manager = as('manager');
const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
const cash = (cents: number) => [{ tender: 'cash', amountCents: cents, givenCents: cents }];

const sell = (body: object, by = cashier, key = randomUUID()) =>
  by.post('/api/v1/sales', body, { key });
const quick = (amountCents: number, more: object = {}) => ({ kind: 'quick', amountCents, ...more });

async function aCategory(name = '茶水'): Promise<number> {
  const { id } = await db.one<{ id: number }>(
    `INSERT INTO category (depth, code, name) VALUES (1, $1, $2) RETURNING id`,
    [randomUUID().slice(0, 8), name],
  );
  return id;
}

async function withRights(change: string, test: () => Promise<void>): Promise<void> {
  const { permissions } = await db.one<{ permissions: string[] }>(
    "SELECT permissions FROM role WHERE code = 'cashier'",
  );
  await db.query(`UPDATE role SET permissions = ${change} WHERE code = 'cashier'`);
  try {
    await test();
  } finally {
    await db.query("UPDATE role SET permissions = $1 WHERE code = 'cashier'", [permissions]);
  }
}

it('sells an amount to a guest: income and money, no goods', async () => {
  const { status, body } = await sell({
    lines: [quick(38_50)],
    tenders: cash(38_50),
    dueCents: 38_50,
  });
  expect(status).toBe(201);
  const { entryId } = await db.one<{ entryId: number }>(
    'SELECT entry_id AS "entryId" FROM sale WHERE id = $1',
    [body.saleId],
  );
  expect(await postingsOf(db, entryId)).toEqual(['sales@RM CNY -3850', 'tender:cash@RM CNY 3850']);
  const { body: detail } = await manager.get(`/api/v1/sales/${body.saleId}`);
  expect(detail.lines).toEqual([
    {
      ...{ lineNo: 1, kind: 'quick', productId: null, sku: null, productName: '', unit: null },
      ...{ qtyMilli: 1_000, unitPriceCents: 38_50, payRateBps: 10_000, listCents: 38_50 },
      ...{ netCents: 38_50, priceSource: null, priceVersion: null },
      staff: [{ id: org.staffIds.cashier, name: expect.any(String), shareBps: 10_000 }],
    },
  ]);
});

it('stands beside goods: the level lowers both, both earn points, the wallet pays both', async () => {
  const shopper = await db.write((tx) =>
    aShopper(tx, { ...at, levelId: org.levelIds.gold, principalCents: 500_00 }),
  );
  const product = await db.write((tx) => shelved(tx, at, { priceCents: 50_00 }));
  const categoryId = await aCategory();
  const sale = {
    memberId: shopper.memberId,
    lines: [
      quick(30_00, { categoryId }),
      { productId: product.id, qtyMilli: 1_000, unitPriceCents: 50_00 },
      quick(20_00),
    ],
    tenders: [{ tender: 'wallet', amountCents: 90_00 }],
    dueCents: 90_00,
  };
  const { status, body } = await sell(sale);
  expect(status).toBe(201);
  expect(body.pointsEarned).toBe(90);
  const { body: detail } = await manager.get(`/api/v1/sales/${body.saleId}`);
  expect(
    detail.lines.map((line: Record<string, unknown>) => [
      line.kind,
      line.productName,
      line.netCents,
    ]),
  ).toEqual([
    ['quick', '茶水', 27_00],
    ['product', expect.any(String), 45_00],
    ['quick', '', 18_00],
  ]);
  expect(detail.lines[1]).toMatchObject({ priceSource: 'list', priceVersion: expect.any(Number) });
});

it('answers a replay with the first sale, whatever may be sold since', async () => {
  const key = randomUUID();
  const sale = { lines: [quick(5_00)], tenders: cash(5_00), dueCents: 5_00 };
  const { body: first } = await sell(sale, cashier, key);
  const { status, body } = await sell(sale, cashier, key);
  expect([status, body.saleId]).toEqual([201, first.saleId]);
});

it('needs a right of its own', async () => {
  await withRights(`array_remove(permissions, 'sale.quick')`, async () => {
    const refused = await sell({ lines: [quick(1_00)], tenders: cash(1_00), dueCents: 1_00 });
    expect([refused.status, refused.body.code]).toEqual([403, 'access.forbidden']);
    expect(refused.body.params).toEqual({ permission: 'sale.quick' });
    const product = await db.write((tx) => shelved(tx, at, { priceCents: 1_00 }));
    const lines = [{ productId: product.id, qtyMilli: 1_000, unitPriceCents: 1_00 }];
    expect((await sell({ lines, tenders: cash(1_00), dueCents: 1_00 })).status).toBe(201);
  });
});

it('says at the field what is wrong', async () => {
  const problems = async (line: object) => {
    const { status, body } = await sell({ lines: [line], tenders: cash(1_00), dueCents: 1_00 });
    expect(status).toBe(422);
    return body.errors.map(({ field, code }: Record<string, string>) => `${field} ${code}`);
  };
  expect(await problems(quick(0))).toEqual(['lines.0.amountCents field.min']);
  expect(await problems(quick(100_000_01))).toEqual(['lines.0.amountCents field.max']);
  expect(await problems({ kind: 'quick' })).toEqual(['lines.0.amountCents field.is_int']);
  expect(await problems(quick(1_00, { productId: 1 }))).toEqual([
    'lines.0.productId field.whitelist_validation',
  ]);
  expect(await problems({ kind: 'tea', amountCents: 1 })).toEqual(['lines.0.kind field.is_in']);
  expect(await problems(quick(1_00, { categoryId: 999_999 }))).toEqual([
    'lines.0.categoryId field.unknown_reference',
  ]);
});

it('is voided whole', async () => {
  const { body } = await sell({ lines: [quick(12_00)], tenders: cash(12_00), dueCents: 12_00 });
  const voided = await manager.post(
    `/api/v1/sales/${body.saleId}/void`,
    { reason: '录错' },
    { key: randomUUID() },
  );
  expect([voided.status, voided.body.receivedCents]).toEqual([200, 12_00]);
});

it('comes back whole, beside goods that come back by the piece', async () => {
  const product = await db.write((tx) => shelved(tx, at, { priceCents: 10_00 }));
  const { body } = await sell({
    lines: [
      { productId: product.id, qtyMilli: 2_000, unitPriceCents: 10_00 },
      quick(15_00, { categoryId: await aCategory() }),
    ],
    tenders: cash(35_00),
    dueCents: 35_00,
  });
  const { body: open } = await manager.get(`/api/v1/sales/${body.saleId}/returns`);
  expect(open.lines[1]).toMatchObject({
    ...{ kind: 'quick', productName: '茶水', unit: null, weighed: false, isGoods: false },
    leftCents: 15_00,
  });
  const half = await previewed(manager, body.saleId, [{ lineNo: 2, qtyMilli: 500 }]);
  expect([half.status, half.body.code]).toEqual([422, 'sale.whole_units_only']);
  const back = await returned(manager, body.saleId, [
    { lineNo: 1, qtyMilli: 1_000 },
    { lineNo: 2, qtyMilli: 1_000 },
  ]);
  expect([back.status, back.body.cents]).toEqual([201, 25_00]);
  const { body: after } = await manager.get(`/api/v1/sales/${body.saleId}/returns`);
  expect(after.returns[0].lines).toEqual([
    expect.objectContaining({ lineNo: 1, kind: 'product', goods: 'shelf' }),
    expect.objectContaining({ lineNo: 2, kind: 'quick', productName: '茶水', goods: 'none' }),
  ]);
});

it('is opened in the consumption detail, with its kind', async () => {
  const { body } = await sell({ lines: [quick(7_00)], tenders: cash(7_00), dueCents: 7_00 });
  const { body: opened } = await as('head').get(
    `/api/v1/reports/consumption-detail/rows/${body.saleId}/detail`,
  );
  expect(opened).toEqual([
    expect.objectContaining({ lineKind: 'quick', sku: null, productName: '', netCents: 7_00 }),
  ]);
});
