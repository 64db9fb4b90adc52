import { randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { aShopper, onHandOf, shelved } from '../sales/sales.fixtures.js';
import { returned, sold } from './returns.fixtures.js';

const { db, org, as } = await testApp();
const manager = as('manager');
const at = { storeId: org.renminId, staffId: org.staffIds.manager };

beforeAll(() => manager.sitAt(org.renminTillId));

async function aSale(pieces: number) {
  const member = await db.write((tx) =>
    aShopper(tx, { ...at, levelId: org.levelIds.ordinary, principalCents: 100_00 }),
  );
  const goods = await db.write((tx) => shelved(tx, at, { priceCents: 10_00 }));
  const saleId = await sold(manager, {
    memberId: member.memberId,
    lines: [{ productId: goods.id, qtyMilli: pieces * 1_000, unitPriceCents: 10_00 }],
    dueCents: pieces * 10_00,
    tenders: [{ tender: 'wallet', amountCents: pieces * 10_00 }],
  });
  return { ...member, goods, saleId };
}

const codes = (answers: { status: number; body: { code?: string } }[]) =>
  answers.map(({ status, body }) => body.code ?? String(status)).sort();

it('of ten returns of the last pieces at once as many are done as there are pieces', async () => {
  const { saleId, goods, walletId } = await aSale(3);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => returned(manager, saleId, [{ lineNo: 1, qtyMilli: 1_000 }])),
  );
  expect(codes(answers)).toEqual([
    ...Array(3).fill('201'),
    ...Array(7).fill('return.more_than_left'),
  ]);
  expect(await onHandOf(db, at.storeId, goods.id)).toBe(10_000);
  const { balance } = await db.one<{ balance: number }>(
    `SELECT balance FROM ledger.account WHERE kind = 'principal' AND owner_id = $1`,
    [walletId],
  );
  expect(balance).toBe(100_00);
});

it('pieces that come back at once ask for a second person as the whole does', async () => {
  const { saleId } = await aSale(5);
  const head = as('head');
  const setting = { value: 30_00, version: 0 };
  expect((await head.put('/api/v1/settings/approval.return_from_cents', setting)).status).toBe(200);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => returned(manager, saleId, [{ lineNo: 1, qtyMilli: 1_000 }])),
  );
  expect(codes(answers)).toEqual(['201', '201', ...Array(3).fill('approval.required')]);
  const back = { value: 200_00, version: 1 };
  expect((await head.put('/api/v1/settings/approval.return_from_cents', back)).status).toBe(200);
});

it('of a return and a void at once one is done', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { saleId } = await aSale(1);
    const answers = await Promise.all([
      returned(manager, saleId, [{ lineNo: 1, qtyMilli: 1_000 }]),
      manager.post(`/api/v1/sales/${saleId}/void`, { reason: '录错' }, { key: randomUUID() }),
    ]);
    expect([
      ['201', 'sale.partly_returned'],
      ['200', 'sale.already_voided'],
    ]).toContainEqual(codes(answers));
  }
});

it('the same command again is answered and moves nothing', async () => {
  const { saleId } = await aSale(2);
  const key = randomUUID();
  const body = { lines: [{ lineNo: 1, qtyMilli: 1_000 }], reason: '退' };
  const path = `/api/v1/sales/${saleId}/returns`;
  const answers = await Promise.all([1, 2, 3].map(() => manager.post(path, body, { key })));
  expect(new Set(answers.map(({ body: answer }) => answer.returnId)).size).toBe(1);
  expect(await db.query('SELECT id FROM sale_return WHERE sale_id = $1', [saleId])).toHaveLength(1);
});
