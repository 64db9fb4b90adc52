import { randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { aProduct } from '../catalogue/catalogue.fixtures.js';

const { db, org, as } = await testApp();
const [manager, head, cashier] = [as('manager'), as('head'), as('cashier')];
const goods = () => db.write((tx) => aProduct(tx, { name: '玻璃杯' }));
const open = (storeId: number, lines: object[], key: string = randomUUID(), by = manager) =>
  by.post('/api/v1/stock/openings', { storeId, lines, note: '开店' }, { key });

describe('opening stock', () => {
  it('lies on the shelf with its value, by a numbered document', async () => {
    const productId = await goods();
    const key = randomUUID();
    const lines = [{ productId, qtyMilli: 10_000, valueCents: 33_30 }];
    const { status, body } = await open(org.renminId, lines, key);
    expect([status, body]).toEqual([
      201,
      { documentId: expect.any(Number), documentNo: expect.stringMatching(/^KC-RM-\d{8}-\d\d$/) },
    ]);
    expect((await open(org.renminId, lines, key)).body).toEqual(body);
    const { rows } = (
      await manager.get('/api/v1/stock', { query: { q: 'blb', storeId: String(org.renminId) } })
    ).body;
    expect(rows).toContainEqual(
      expect.objectContaining({
        productId,
        storeName: '人民路店',
        onHandMilli: 10_000,
        valueCents: 33_30,
      }),
    );
  });

  it('adds up quantity and value, never a rounded average (golden G24)', async () => {
    const productId = await goods();
    await open(org.renminId, [{ productId, qtyMilli: 10_000, valueCents: 33_30 }]);
    await open(org.renminId, [{ productId, qtyMilli: 7_000, valueCents: 24_50 }]);
    const { rows } = (await manager.get('/api/v1/stock')).body;
    expect(rows).toContainEqual(
      expect.objectContaining({ productId, onHandMilli: 17_000, valueCents: 57_80 }),
    );
  });

  it('numbers documents made at once one after the other', async () => {
    const productIds = await Promise.all(Array.from({ length: 5 }, goods));
    const answers = await Promise.all(
      productIds.map((productId) =>
        open(org.binjiangId, [{ productId, qtyMilli: 1_000, valueCents: 1 }]),
      ),
    );
    expect(new Set(answers.map(({ body }) => body.documentNo)).size).toBe(5);
  });

  it('is refused for services, for a product twice, in other stores, and to cashiers', async () => {
    const productId = await goods();
    const service = await db.write((tx) => aProduct(tx, { kind: 'service' }));
    const line = { productId, qtyMilli: 1_000, valueCents: 1 };
    expect((await open(org.renminId, [{ ...line, productId: service }])).body.code).toBe(
      'stock.not_goods',
    );
    expect((await open(org.renminId, [{ ...line, productId: 999_999 }])).body.code).toBe(
      'stock.not_goods',
    );
    expect((await open(org.renminId, [line, line])).body.code).toBe('stock.product_twice');
    expect((await open(org.headOfficeId, [line])).body.code).toBe('access.store_forbidden');
    expect((await open(org.renminId, [line], randomUUID(), cashier)).body.code).toBe(
      'access.forbidden',
    );
    expect((await open(org.renminId, [{ ...line, qtyMilli: 0 }])).status).toBe(422);
  });

  it('counts pieces whole; what is weighed has its parts', async () => {
    const cup = { productId: await goods(), qtyMilli: 1_500, valueCents: 1 };
    expect((await open(org.renminId, [cup])).body).toMatchObject({
      code: 'stock.whole_units_only',
      params: { productId: cup.productId },
    });
    const tea = await db.write((tx) => aProduct(tx, { weighed: true }));
    expect((await open(org.renminId, [{ ...cup, productId: tea }])).status).toBe(201);
  });
});

describe('stock on hand', () => {
  it('is of the stores of who asks', async () => {
    const productId = await goods();
    await open(org.binjiangId, [{ productId, qtyMilli: 3_000, valueCents: 9_00 }]);
    const storesSeen = async (by: typeof head) => {
      const { rows } = (await by.get('/api/v1/stock', { query: { pageSize: '200' } })).body;
      return new Set((rows as { storeId: number }[]).map(({ storeId }) => storeId));
    };
    expect(await storesSeen(head)).toEqual(new Set([org.renminId, org.binjiangId]));
    expect(await storesSeen(cashier)).toEqual(new Set([org.renminId]));
    const elsewhere = await cashier.get('/api/v1/stock', {
      query: { storeId: String(org.binjiangId) },
    });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([403, 'access.store_forbidden']);
  });
});
