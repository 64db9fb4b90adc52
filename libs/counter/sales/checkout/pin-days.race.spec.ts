import { randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { aMember, FIXTURE_PIN } from '../../../membership/members/members.fixtures.js';
import { withoutPayoutPin } from '../../../value/payouts/savers.fixtures.js';
import { toppedUp } from '../../../value/wallets/wallets.fixtures.js';
import { shelved } from '../sales.fixtures.js';

const { db, org, as } = await testApp();
const [cashier, manager] = [as('cashier'), as('manager')];
const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
beforeAll(() => withoutPayoutPin(db));
beforeAll(() => Promise.all([cashier.get('/api/v1/session'), manager.get('/api/v1/session')]));

async function aSaver(): Promise<number> {
  const member = await aMember(db, { pin: FIXTURE_PIN });
  await toppedUp(db, member, { principalCents: 2_000_00, storeId: org.renminId });
  return member.memberId;
}

it.each([
  ['sales', () => false],
  ['withdrawals', () => true],
  ['sales and withdrawals', (n: number) => n % 2 === 0],
])(
  'twelve %s of one wallet at once go without its PIN only as far as one may',
  async (_, isOut) => {
    const memberId = await aSaver();
    const service = await db.write((tx) => shelved(tx, at, { kind: 'service', priceCents: 50_00 }));
    const sale = {
      memberId,
      lines: [{ productId: service.id, qtyMilli: 1_000, unitPriceCents: 50_00 }],
      dueCents: 50_00,
      tenders: [{ tender: 'wallet', amountCents: 50_00 }],
    };
    const out = { amountCents: 50_00, tender: 'cash' };
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_each, n) => {
        const [path, body] = isOut(n) ? [`members/${memberId}/withdrawals`, out] : ['sales', sale];
        return (n % 3 ? cashier : manager).post(`/api/v1/${path}`, body, { key: randomUUID() });
      }),
    );
    const said = answers.map(({ status, body }) => (status === 201 ? 'done' : body.code));
    expect(said.sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'done'),
      ...Array.from({ length: 8 }, () => 'member.pin_required'),
    ]);
  },
);
