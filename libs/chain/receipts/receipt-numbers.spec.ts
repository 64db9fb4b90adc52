import { businessDateOf } from '#kernel';
import { testDatabase } from '#workshop/testing';
import { nextReceiptNo } from './index.js';

const { db } = await testDatabase();

describe('receipt numbers (golden G28)', () => {
  const store = { storeId: 7, storeCode: 'RM', timezone: 'Asia/Shanghai', cutoverHour: 5 };

  beforeAll(async () => {
    await db.query(
      "INSERT INTO store (id, code, name, type) VALUES (7, 'RM', '人民路店', 'branch')",
    );
    await db.query(
      "INSERT INTO receipt_counter (store_id, business_date, last_number) VALUES (7, '2026-11-22', 186)",
    );
  });

  it.each([
    ['2026-11-22T20:59:59Z', 'RM-20261122-0187'],
    ['2026-11-22T21:00:00Z', 'RM-20261123-0001'],
  ])('at %s the number is %s', async (instant, expected) => {
    const businessDate = businessDateOf(new Date(instant), store);
    expect(await db.write((tx) => nextReceiptNo(tx, store, businessDate))).toBe(expected);
  });

  it('gives 20 tills at once 20 numbers without a gap', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 20 }, () => db.write((tx) => nextReceiptNo(tx, store, '2026-12-01'))),
    );
    expect([...numbers].sort()).toEqual(
      Array.from({ length: 20 }, (_, i) => `RM-20261201-${String(i + 1).padStart(4, '0')}`),
    );
  });

  it('gives a number back when the transaction fails', async () => {
    const lost = db.write(async (tx) => {
      await nextReceiptNo(tx, store, '2026-12-02');
      throw new Error('refused');
    });
    await expect(lost).rejects.toThrow('refused');
    expect(await db.write((tx) => nextReceiptNo(tx, store, '2026-12-02'))).toBe('RM-20261202-0001');
  });
});
