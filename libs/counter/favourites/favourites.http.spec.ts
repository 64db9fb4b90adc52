import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { aProduct } from '../../goods/catalogue/catalogue.fixtures.js';
import { shelved } from '../sales/sales.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { db, org, as } = await testApp({ clock });
const [cashier, head] = [as('cashier'), as('head')];
const at = { storeId: org.renminId, staffId: org.staffIds.cashier };

const tiles = async () => {
  const { status, body } = await cashier.get('/api/v1/desk/favourites');
  expect(status).toBe(200);
  return body as { source: string; products: { id: number; priceCents: number }[] };
};
const ids = async () => (await tiles()).products.map(({ id }) => id);

async function sold(productId: number, times: number): Promise<number> {
  let saleId = 0;
  for (let time = 0; time < times; time += 1) {
    const sale = {
      lines: [{ productId, qtyMilli: 1_000, unitPriceCents: 10_00 }],
      tenders: [{ tender: 'cash', amountCents: 10_00, givenCents: 10_00 }],
      dueCents: 10_00,
    };
    const { status, body } = await cashier.post('/api/v1/sales', sale, { key: randomUUID() });
    expect(status).toBe(201);
    saleId = body.saleId;
  }
  return saleId;
}
const goods = async () =>
  (await db.write((tx) => shelved(tx, at, { priceCents: 10_00, qtyMilli: 90_000 }))).id;

it('are what the store sold most in the last thirty days, where head office marks nothing', async () => {
  expect(await tiles()).toEqual({ source: 'sold', products: [] });
  const [seldom, often, gone, voided] = [
    await goods(),
    await goods(),
    await goods(),
    await goods(),
  ];
  await sold(seldom, 1);
  await sold(often, 2);
  await sold(gone, 3);
  await db.query(`UPDATE product SET status = 'discontinued' WHERE id = $1`, [gone]);
  const wrong = await sold(voided, 1);
  await as('manager').post(
    `/api/v1/sales/${wrong}/void`,
    { reason: '录错' },
    { key: randomUUID() },
  );
  // An amount without goods is nobody's tile.
  await cashier.post(
    '/api/v1/sales',
    {
      lines: [{ kind: 'quick', amountCents: 1_00 }],
      tenders: [{ tender: 'cash', amountCents: 1_00, givenCents: 1_00 }],
      dueCents: 1_00,
    },
    { key: randomUUID() },
  );
  expect(await ids()).toEqual([often, seldom]);

  // Another store's and older sales are not counted.
  await db.query(
    'UPDATE sale SET store_id = $1 WHERE id IN (SELECT sale_id FROM sale_line WHERE product_id = $2)',
    [org.binjiangId, often],
  );
  expect(await ids()).toEqual([seldom]);
  await db.query(`UPDATE sale SET business_date = '2026-10-22' WHERE store_id = $1`, [
    org.renminId,
  ]);
  expect(await ids()).toEqual([]);
});

it('are what head office marks, at the price of the store, as soon as it marks something', async () => {
  const [one, two] = await db.write(async (tx) => [
    await aProduct(tx, { name: '乙', priceCents: 10_00 }),
    await aProduct(tx, { name: '甲', priceCents: 20_00 }),
  ]);
  await db.query(
    'INSERT INTO store_price (product_id, store_id, price_cents) VALUES ($1, $2, 900)',
    [one, org.renminId],
  );
  const { body } = await head.get(`/api/v1/products/${one}`);
  const { categoryId, name, sku, kind, unit, listPriceCents, version } = body;
  const marked = await head.put(`/api/v1/products/${one}`, {
    ...{ categoryId, name, sku, kind, unit, listPriceCents, version },
    favourite: true,
  });
  expect(marked.body).toMatchObject({ favourite: true });
  const shown = await tiles();
  expect(shown.source).toBe('marked');
  expect(shown.products).toMatchObject([{ id: one, priceCents: 9_00, name: '乙', weighed: false }]);

  // What an edit leaves out stays marked.
  await head.put(`/api/v1/products/${one}`, {
    ...{ categoryId, name, sku, kind, unit, listPriceCents },
    version: marked.body.version,
  });
  expect(await ids()).toEqual([one]);
  await db.query('UPDATE product SET favourite = true WHERE id = $1', [two]);
  expect((await ids()).sort()).toEqual([one, two].sort());
  await db.query(`UPDATE product SET status = 'discontinued' WHERE id = $1`, [one]);
  expect(await ids()).toEqual([two]);
});

it('are a till’s', async () => {
  const { status, body } = await head.get('/api/v1/desk/favourites');
  expect([status, body.code]).toEqual([409, 'session.no_till']);
});
