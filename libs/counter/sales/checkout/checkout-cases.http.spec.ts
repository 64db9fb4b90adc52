import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import {
  aShopper,
  type Shelved,
  shelved,
  type Shopper,
  type ShopperOptions,
} from '../sales.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { db, org, as } = await testApp({ clock });
const cashier = as('cashier');
const at = { storeId: org.renminId, staffId: org.staffIds.cashier };

const aGoldShopper = (options: Partial<ShopperOptions> = {}): Promise<Shopper> =>
  db.write((tx) => aShopper(tx, { ...at, levelId: org.levelIds.gold, ...options }));
const onShelf = (options: Parameters<typeof shelved>[2] = {}): Promise<Shelved> =>
  db.write((tx) => shelved(tx, at, options));
const line = ({ id, priceCents }: Shelved, pieces = 1) => ({
  productId: id,
  qtyMilli: pieces * 1000,
  unitPriceCents: priceCents,
});
const sell = (body: object, key: string = randomUUID()) =>
  cashier.post('/api/v1/sales', body, { key });

describe('a guest', () => {
  it('pays the list price and earns no points', async () => {
    const tea = await onShelf({ priceCents: 15_00 });
    const answer = await sell({
      lines: [line(tea, 2)],
      tenders: [{ tender: 'alipay', amountCents: 30_00 }],
      dueCents: 30_00,
    });
    expect(answer.body).toMatchObject({
      dueCents: 30_00,
      pointsEarned: 0,
      principalAfterCents: null,
      pointsAfter: null,
    });
    expect(
      await db.query(`SELECT topic FROM outbox WHERE (payload ->> 'saleId')::bigint = $1`, [
        answer.body.saleId,
      ]),
    ).toEqual([]);
  });
});

describe('a shared wallet', () => {
  it('is spent by the card that shares it; points go to who shows the card', async () => {
    const parent = await aGoldShopper({ principalCents: 100_00 });
    const child = await aGoldShopper();
    await db.query('UPDATE card SET wallet_id = $1, day_limit_cents = 5000 WHERE id = $2', [
      parent.walletId,
      child.cardId,
    ]);
    const tea = await onShelf({ priceCents: 20_00 });
    const answer = await sell({
      cardNo: child.cardNo,
      lines: [line(tea)],
      tenders: [{ tender: 'wallet', amountCents: 18_00 }],
      dueCents: 18_00,
    });
    expect(answer.body).toMatchObject({ principalAfterCents: 82_00, pointsAfter: 18 });
    const [sale] = await db.query('SELECT member_id, payer_id FROM sale WHERE id = $1', [
      answer.body.saleId,
    ]);
    expect(sale).toEqual({ member_id: child.memberId, payer_id: parent.memberId });
  });
});

describe('what costs nothing', () => {
  it('is sold without tenders', async () => {
    const gift = await onShelf({ kind: 'service', priceCents: 0 });
    const answer = await sell({ lines: [line(gift)], tenders: [], dueCents: 0 });
    expect([answer.status, answer.body.dueCents]).toEqual([201, 0]);
  });
});

describe('prices', () => {
  it("are the store's own where it has one", async () => {
    const tea = await onShelf({ priceCents: 15_00 });
    await db.query(
      'INSERT INTO store_price (product_id, store_id, price_cents) VALUES ($1, $2, 1200)',
      [tea.id, org.renminId],
    );
    const at15 = {
      lines: [line(tea)],
      tenders: [{ tender: 'cash', amountCents: 15_00 }],
      dueCents: 15_00,
    };
    expect((await sell(at15)).body).toMatchObject({
      code: 'sale.price_changed',
      params: { lines: [{ productId: tea.id, unitPriceCents: 12_00 }] },
    });
    const at12 = {
      lines: [{ ...line(tea), unitPriceCents: 12_00 }],
      tenders: [{ tender: 'cash', amountCents: 12_00 }],
      dueCents: 12_00,
    };
    expect((await sell(at12)).status).toBe(201);
  });
});

describe('receipt numbers', () => {
  it('follow the business date of the store (golden G28)', async () => {
    const tea = await onShelf({ priceCents: 15_00 });
    const one = {
      lines: [line(tea)],
      tenders: [{ tender: 'cash', amountCents: 15_00 }],
      dueCents: 15_00,
    };
    await db.query(
      `INSERT INTO receipt_counter (store_id, business_date, last_number) VALUES ($1, '2027-03-14', 186)`,
      [org.renminId],
    );
    clock.set('2027-03-14T20:59:59Z');
    expect(
      (await as('cashier').post('/api/v1/sales', one, { key: randomUUID() })).body.receiptNo,
    ).toBe('RM-20270314-0187');
    clock.set('2027-03-14T21:00:00Z');
    expect(
      (await as('cashier').post('/api/v1/sales', one, { key: randomUUID() })).body.receiptNo,
    ).toBe('RM-20270315-0001');
    clock.set('2026-11-22T04:00:00Z');
  });
});

describe('who may sell', () => {
  it('nobody without a till, nobody without a session, nobody without a key', async () => {
    const tea = await onShelf({ priceCents: 15_00 });
    const one = {
      lines: [line(tea)],
      tenders: [{ tender: 'cash', amountCents: 15_00 }],
      dueCents: 15_00,
    };
    expect((await as('head').post('/api/v1/sales', one, { key: randomUUID() })).body.code).toBe(
      'session.no_till',
    );
    expect((await cashier.post('/api/v1/sales', one)).body.code).toBe('command.key_missing');
  });

  it.each([
    ['no lines', { lines: [] }],
    ['half a cent', { dueCents: 0.5 }],
    ['a negative quantity', { lines: [{ productId: 1, qtyMilli: -1000, unitPriceCents: 1 }] }],
    ['an unknown tender', { tenders: [{ tender: 'gold', amountCents: 1 }] }],
    ['an unknown field', { discountCents: 5 }],
    ['a PIN of letters', { pin: 'abcdef' }],
    ['lines that are no list', { lines: { 0: {} } }],
  ])('refuses %s as bad input', async (_what, change) => {
    const answer = await sell({
      lines: [{ productId: 1, qtyMilli: 1000, unitPriceCents: 1 }],
      tenders: [],
      dueCents: 1,
      ...change,
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'request.invalid']);
  });
});
