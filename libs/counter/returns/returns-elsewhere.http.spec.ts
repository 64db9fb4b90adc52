import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { aShopper, shelved } from '../sales/sales.fixtures.js';
import { returned, sold } from './returns.fixtures.js';

// What other capabilities say of a sale of which something came back.
const { db, org, as } = await testApp({ clock: new FixedClock(new Date('2026-11-22T04:00:00Z')) });
const [manager, head] = [as('manager'), as('head')];
const at = { storeId: org.renminId, staffId: org.staffIds.manager };
const TWO = { lineNo: 1, qtyMilli: 2_000 };
const ONE = { lineNo: 1, qtyMilli: 1_000 };

beforeAll(async () => {
  await manager.sitAt(org.renminTillId);
});

const shopper = () =>
  db.write((tx) =>
    aShopper(tx, {
      ...at,
      levelId: org.levelIds.ordinary,
      principalCents: 100_00,
      bonusCents: 20_00,
    }),
  );

/** Two of a product for 30.00 out of the wallet. */
async function soldTo({ memberId }: { memberId: number }): Promise<number> {
  const product = await db.write((tx) =>
    shelved(tx, at, { priceCents: 15_00, qtyMilli: 5_000, valueCents: 50_00 }),
  );
  return sold(manager, {
    memberId,
    lines: [{ productId: product.id, qtyMilli: 2_000, unitPriceCents: 15_00 }],
    dueCents: 30_00,
    tenders: [{ tender: 'wallet', amountCents: 30_00 }],
  });
}

it('leaves a refund as if the sale had not been, where all came back', async () => {
  const member = await shopper();
  const preview = async () =>
    (await manager.get(`/api/v1/members/${member.memberId}/wallet-refunds/preview`)).body;
  const before = await preview();
  const saleId = await soldTo(member);
  expect(await preview()).not.toEqual(before);
  expect((await returned(manager, saleId, [TWO])).status).toBe(201);
  // What was paid today without a PIN is not lowered by a return.
  expect(await preview()).toEqual({ ...before, withoutPinTodayCents: 30_00 });
});

it('gives to the record that stayed what was sold to the one merged into it', async () => {
  const [survivor, merged] = [await shopper(), await shopper()];
  const saleId = await soldTo(merged);
  const body = { mergedMemberId: merged.memberId, reason: '同一人' };
  const answer = await manager.post(`/api/v1/members/${survivor.memberId}/merge`, body, {
    key: randomUUID(),
  });
  expect(answer.status).toBe(201);
  const balances = () =>
    db.query(
      `SELECT kind, balance FROM ledger.account WHERE kind IN ('principal', 'bonus') AND owner_id = ANY ($1) ORDER BY kind, balance`,
      [[survivor.walletId, merged.walletId]],
    );
  expect(await balances()).toEqual([
    { kind: 'bonus', balance: 0 },
    { kind: 'bonus', balance: 35_00 },
    { kind: 'principal', balance: 0 },
    { kind: 'principal', balance: 175_00 },
  ]);
  const back = await returned(manager, saleId, [TWO]);
  expect(back).toMatchObject({ status: 201, body: { principalCents: 25_00, bonusCents: 5_00 } });
  expect(await balances()).toEqual([
    { kind: 'bonus', balance: 0 },
    { kind: 'bonus', balance: 40_00 },
    { kind: 'principal', balance: 0 },
    { kind: 'principal', balance: 200_00 },
  ]);
});

it('counts in the overview what stayed sold, on the day of the sale', async () => {
  const query = { from: '2026-11-22', to: '2026-11-22' };
  const consumption = async () =>
    (await head.get('/api/v1/overview', { query })).body.consumptionCents as number;
  const before = await consumption();
  const saleId = await soldTo(await shopper());
  expect(await consumption()).toBe(before + 30_00);
  await returned(manager, saleId, [ONE]);
  expect(await consumption()).toBe(before + 15_00);
});

it('counts in a segment what a member spent and kept', async () => {
  const member = await shopper();
  const saleId = await soldTo(member);
  const spent = async (min: number): Promise<boolean> => {
    const spend = { field: 'spend', measure: 'sum', days: 30, min };
    const filter = { match: 'all', conditions: [spend] };
    const { body } = await head.post('/api/v1/segments/preview', { filter });
    return body.sample.some(({ id }: { id: number }) => id === member.memberId);
  };
  expect(await spent(30_00)).toBe(true);
  await returned(manager, saleId, [ONE]);
  expect([await spent(30_00), await spent(15_00)]).toEqual([false, true]);
});
