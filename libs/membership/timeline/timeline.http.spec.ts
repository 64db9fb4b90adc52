import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { anActiveCard } from '../cards/cards.fixtures.js';
import { aMember } from '../members/members.fixtures.js';
import { shelved } from '../../counter/sales/sales.fixtures.js';
import { toppedUp } from '../../value/wallets/wallets.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const { as, db, org } = await testApp({ clock });
const manager = as('manager');

interface Row {
  kind: string;
  place: string;
  receiptNo: string;
}
let memberId: number;
let firstSaleId = 0;
const activity = async (query: Record<string, string> = {}): Promise<Row[]> =>
  (await manager.get(`/api/v1/members/${memberId}/activity`, { query })).body;

beforeAll(async () => {
  const member = await aMember(db);
  ({ memberId } = member);
  await anActiveCard(db, { memberId });
  await toppedUp(db, member, { principalCents: 500_00, businessDate: '2026-11-01' });
  const at = { storeId: org.renminId, staffId: org.staffIds.manager };
  const service = await db.write((tx) => shelved(tx, at, { kind: 'service', priceCents: 10_00 }));
  for (let minute = 1; minute <= 5; minute += 1) {
    clock.set(`2026-11-22T03:0${minute}:00Z`);
    const sold = await manager.post(
      '/api/v1/sales',
      {
        memberId,
        lines: [{ productId: service.id, qtyMilli: 1000, unitPriceCents: 10_00 }],
        dueCents: 10_00,
        tenders: [{ tender: 'wallet', amountCents: 10_00 }],
      },
      { key: randomUUID() },
    );
    expect(sold.status).toBe(201);
    // The first one is undone last: its void is the newest of all.
    if (minute === 1) firstSaleId = sold.body.saleId;
  }
  clock.set('2026-11-22T03:10:00Z');
  const reason = { reason: '做错了' };
  const voided = await manager.post(`/api/v1/sales/${firstSaleId}/void`, reason, {
    key: randomUUID(),
  });
  expect(voided.status).toBe(200);
});

describe('what a member did', () => {
  it('comes page by page, nothing twice and nothing left out', async () => {
    const whole = await activity();
    expect(whole.map(({ kind }) => kind)).toEqual([
      'void',
      ...Array.from({ length: 5 }, () => 'sale'),
      'top_up',
    ]);
    const paged: Row[] = [];
    for (let page = await activity({ limit: '2' }); page.length;) {
      paged.push(...page);
      page = await activity({ limit: '2', after: page.at(-1)?.place ?? '' });
    }
    expect(paged).toEqual(whole);
  });

  it('can be purchases only, or only what moved value otherwise', async () => {
    const purchases = await activity({ group: 'purchases' });
    expect(new Set(purchases.map(({ kind }) => kind))).toEqual(new Set(['void', 'sale']));
    expect((await activity({ group: 'value' })).map(({ kind }) => kind)).toEqual(['top_up']);
    const [first] = purchases;
    expect(await activity({ group: 'purchases', after: first?.place ?? '' })).toEqual(
      purchases.slice(1),
    );
  });

  it.each([
    [{ after: 'yesterday' }],
    [{ after: '1' }],
    [{ after: `${'9'.repeat(17)} RM-1` }],
    [{ group: 'gifts' }],
    [{ limit: '0' }],
  ])('refuses %j', async (query) => {
    const answer = await manager.get(`/api/v1/members/${memberId}/activity`, { query });
    expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
  });
});
