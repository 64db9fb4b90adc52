import { randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { aShopper, shelved } from '../sales.fixtures.js';

const { as, db, org } = await testApp();
const [cashier, head] = [as('cashier'), as('head')];
const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
const order = (value: string, version: number) =>
  head.put('/api/v1/settings/wallet.spend_order', { value, version });

it('the spend order counts from its change on, and each sale keeps the version that split it', async () => {
  const shopper = await db.write((tx) =>
    aShopper(tx, {
      ...at,
      levelId: org.levelIds.ordinary,
      principalCents: 1000_00,
      bonusCents: 100_00,
    }),
  );
  const product = await db.write((tx) => shelved(tx, at, { priceCents: 55_00, qtyMilli: 9_000 }));
  const sell = async (tender = 'wallet') => {
    const lines = [{ productId: product.id, qtyMilli: 1_000, unitPriceCents: 55_00 }];
    const body = {
      memberId: shopper.memberId,
      lines,
      tenders: [{ tender, amountCents: 55_00 }],
      dueCents: 55_00,
    };
    const { saleId } = (await cashier.post('/api/v1/sales', body, { key: randomUUID() })).body;
    const sale = (await cashier.get(`/api/v1/sales/${saleId}`)).body;
    return {
      saleId: saleId as number,
      split: [sale.principalCents, sale.bonusCents],
      spendOrder: sale.spendOrder,
    };
  };
  const first = await sell();
  expect(first).toMatchObject({
    split: [50_00, 5_00],
    spendOrder: { version: 0, order: 'proportional' },
  });
  await order('bonus_first', 0);
  expect(await sell()).toMatchObject({
    split: [0, 55_00],
    spendOrder: { version: 1, order: 'bonus_first' },
  });
  await order('principal_first', 1);
  expect(await sell()).toMatchObject({
    split: [55_00, 0],
    spendOrder: { version: 2, order: 'principal_first' },
  });
  // No wallet, nothing to split.
  expect((await sell('cash')).spendOrder).toBeNull();
  // What was split before stays as it was, and says by which version.
  expect((await cashier.get(`/api/v1/sales/${first.saleId}`)).body).toMatchObject({
    principalCents: 50_00,
    bonusCents: 5_00,
    spendOrder: { version: 0, order: 'proportional' },
  });
});
