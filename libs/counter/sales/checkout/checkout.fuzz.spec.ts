import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { verifyBooks } from '#ledger';
import { quoteSale } from '#goods/pricing';
import { testApp } from '#workshop/testing';
import { aShopper, type Shelved, shelved, type Shopper } from '../sales.fixtures.js';

const { db, org, as } = await testApp();
const cashier = as('cashier');
const manager = as('manager');
const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
const LEVELS = [
  { id: org.levelIds.ordinary, payRateBps: 10_000 },
  { id: org.levelIds.silver, payRateBps: 9_500 },
  { id: org.levelIds.gold, payRateBps: 9_000 },
];
const REFUSALS = ['ledger.insufficient', 'stock.short', 'sale.already_voided'];

const acts = fc.array(
  fc.record({
    shopper: fc.integer({ min: -1, max: 2 }),
    lines: fc.array(
      fc.record({
        product: fc.nat(3),
        pieces: fc.integer({ min: 1, max: 3 }),
        milli: fc.integer({ min: 1, max: 2_500 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    /** How much of it the wallet pays, in percent. */
    wallet: fc.integer({ min: 0, max: 100 }),
    voided: fc.boolean(),
  }),
  { minLength: 12, maxLength: 12 },
);

interface Chain {
  shoppers: (Shopper & { level: (typeof LEVELS)[number] })[];
  products: (Shelved & { discountable: boolean; weighed: boolean })[];
}

async function aChain(): Promise<Chain> {
  return db.write(async (tx) => {
    const shoppers = [];
    for (const [index, level] of LEVELS.entries()) {
      shoppers.push({
        ...(await aShopper(tx, {
          ...at,
          levelId: level.id,
          principalCents: 333_33 * (index + 1),
          bonusCents: 66_67 * index,
        })),
        level,
      });
    }
    const products = [];
    for (const options of [
      {
        priceCents: 19_95,
        qtyMilli: 20_000,
        valueCents: 171_77,
        weighed: false,
        discountable: true,
      },
      {
        priceCents: 39_80,
        qtyMilli: 30_000,
        valueCents: 500_01,
        weighed: true,
        discountable: true,
      },
      { priceCents: 7_77, qtyMilli: 5_000, valueCents: 10_00, weighed: false, discountable: false },
      { priceCents: 12_34, kind: 'service' as const, weighed: false, discountable: true },
    ]) {
      products.push({
        ...(await shelved(tx, at, options)),
        discountable: options.discountable,
        weighed: options.weighed,
      });
    }
    return { shoppers, products };
  });
}

function bodyOf(
  { shoppers, products }: Chain,
  act: {
    shopper: number;
    lines: { product: number; pieces: number; milli: number }[];
    wallet: number;
  },
) {
  const shopper = shoppers[act.shopper];
  const lines = act.lines.map(({ product: index, pieces, milli }) => {
    const product = products[index] as Chain['products'][number];
    return {
      productId: product.id,
      qtyMilli: product.weighed ? milli : pieces * 1000,
      unitPriceCents: product.priceCents,
      discountable: product.discountable,
      pointsFactorBps: 10_000,
    };
  });
  const { dueCents } = quoteSale({
    lines,
    payRateBps: shopper?.level.payRateBps ?? 10_000,
    rounding: 'none',
  });
  const walletCents = shopper ? Math.min(Math.floor((dueCents * act.wallet) / 100), 200_00) : 0;
  const tenders = [
    { tender: 'wallet', amountCents: walletCents },
    {
      tender: 'cash',
      amountCents: dueCents - walletCents,
      givenCents: dueCents - walletCents + 5_00,
    },
  ].filter(({ amountCents }) => amountCents > 0);
  return {
    memberId: shopper?.memberId,
    lines: lines.map(({ discountable: _, pointsFactorBps: __, ...line }) => line),
    dueCents,
    tenders,
  };
}

it('whatever is sold, refused and voided at once, the books stay clean', async () => {
  // These members have no PIN, and come many times a day.
  await db.query(
    "INSERT INTO setting (key, version, value, changed_at) VALUES ('wallet.pin_limit_cents', 1, '100000000', now())",
  );
  await Promise.all([cashier.get('/api/v1/session'), manager.get('/api/v1/session')]);
  let sold = 0;
  await fc.assert(
    fc.asyncProperty(acts, async (plan) => {
      const chain = await aChain();
      await Promise.all(
        plan.map(async (act) => {
          const answer = await cashier.post('/api/v1/sales', bodyOf(chain, act), {
            key: randomUUID(),
          });
          if (answer.status !== 201) return expect(REFUSALS).toContain(answer.body.code);
          sold += 1;
          const { dueCents, principalCents, bonusCents, receivedCents } = answer.body;
          expect(principalCents + bonusCents + receivedCents).toBe(dueCents);
          if (!act.voided) return undefined;
          const undone = await manager.post(
            `/api/v1/sales/${answer.body.saleId}/void`,
            { reason: '试' },
            { key: randomUUID() },
          );
          return expect(undone.status).toBe(200);
        }),
      );
      expect((await db.read((sql) => verifyBooks(sql))).findings).toEqual([]);
    }),
    { numRuns: 12 },
  );
  expect(sold).toBeGreaterThan(60);
}, 60_000);
