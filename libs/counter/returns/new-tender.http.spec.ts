import { randomUUID } from 'node:crypto';
import { componentOf, defineTender, tenderKinds } from '#chain/tenders';
import { atField, DomainError } from '#kernel';
import { House } from '#ledger';
import { testApp } from '#workshop/testing';
import { aShopper, postingsOf, shelved } from '../sales/sales.fixtures.js';
import { previewed, returned } from './returns.fixtures.js';

// What docs/architecture.md promises of a tender: one declaration, and sale, return, void and books know it.
const { db, org, as } = await testApp();
const manager = as('manager');
const at = { storeId: org.renminId, staffId: org.staffIds.manager };

const PART = { component: componentOf('coupon'), figure: 'other' } as const;
/** Coupons of 5.00 each for whoever has a phone: three a sale. */
const coupon = defineTender<{ hasPhone: boolean }, null>({
  kind: 'coupon',
  code: 'coupon',
  words: { 'zh-CN': '券', en: 'Coupon' },
  order: 30,
  unit: 'coupons',
  proof: null,
  message: null,
  givesChange: () => false,
  components: () => [PART],
  terms: () => Promise.resolve(null),
  facts: {
    asked: (tenders) => tenders.length,
    sql: ({ asked }) => `
      SELECT json_build_object('hasPhone', m.phone IS NOT NULL) AS facts, NULL::jsonb AS account
        FROM buyer b JOIN member m ON m.id = b.member_id WHERE ${asked}::int > 0`,
  },
  judge(tenders, [facts]) {
    for (const { at: place, units } of tenders)
      if (!facts?.hasPhone || (units ?? 0) > 3)
        throw atField(`tenders.${place}.units`, new DomainError('coupon.refused', 422, {}));
  },
  plan: (books, tenders, { storeId }) => ({
    paid: tenders.map(({ amountCents }) => {
      books.house(House.adjustment(storeId), amountCents);
      books.house(House.sales(storeId), -amountCents);
      return { ...PART, cents: amountCents };
    }),
  }),
  giveBack(books, parts, { soldByStoreId, sales }) {
    for (const { cents } of parts) {
      books.house(House.adjustment(soldByStoreId), -cents);
      books.house(sales, cents);
    }
    return [];
  },
});

beforeAll(async () => {
  tenderKinds(coupon)();
  await manager.sitAt(org.renminTillId);
});

async function sale(memberId: number, units: number | null = 2) {
  const { id, priceCents } = await db.write((tx) => shelved(tx, at, { priceCents: 15_00 }));
  const body = {
    memberId,
    lines: [{ productId: id, qtyMilli: 2_000, unitPriceCents: priceCents }],
    tenders: [
      { tender: 'cash', amountCents: 20_00, givenCents: 20_00 },
      { tender: 'coupon', amountCents: 10_00, units },
    ],
    dueCents: 30_00,
  };
  return manager.post('/api/v1/sales', body, { key: randomUUID() });
}
const member = (phone?: string) =>
  db.write((tx) =>
    aShopper(tx, { ...at, levelId: org.levelIds.ordinary, ...(phone ? { phone } : {}) }),
  );

it('a tender that was declared pays, earns nothing, and comes back until nothing is left', async () => {
  const { memberId } = await member('13900001234');
  const { body } = await sale(memberId);
  expect(body).toMatchObject({ receivedCents: 20_00, otherCents: 10_00, pointsUsed: 0 });
  const { entryId, earned } = await db.one<{ entryId: number; earned: number }>(
    'SELECT entry_id AS "entryId", points_earned AS earned FROM sale WHERE id = $1',
    [body.saleId],
  );
  expect(earned).toBe(20);
  expect((await postingsOf(db, entryId)).filter((text) => text.includes('CNY'))).toEqual([
    'adjustment@RM CNY 1000',
    'sales@RM CNY -3000',
    'tender:cash@RM CNY 2000',
  ]);
  const piece = [{ lineNo: 1, qtyMilli: 1_000 }];
  const counted = [{ tender: 'coupon', amountCents: 5_00, units: 1 }];
  expect((await previewed(manager, body.saleId, piece)).body).toMatchObject({ counted });
  for (const _ of [1, 2])
    expect((await returned(manager, body.saleId, piece)).body).toMatchObject({ counted });
});

it('is refused uncounted: what has no units is money to the books', async () => {
  const { memberId } = await member('13900009876');
  expect(await sale(memberId, null)).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'tenders.1.units', code: 'field.required' }] },
  });
});

it('is refused by its own rule, and undone by a void', async () => {
  const refused = await sale((await member()).memberId);
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'coupon.refused', errors: [{ field: 'tenders.1.units' }] },
  });
  const { body } = await sale((await member('13900005678')).memberId);
  const path = `/api/v1/sales/${body.saleId}/void`;
  const answer = await manager.post(path, { reason: '点错' }, { key: randomUUID() });
  expect(answer).toMatchObject({ status: 200, body: { receivedCents: 20_00, pointsGivenBack: 0 } });
});
