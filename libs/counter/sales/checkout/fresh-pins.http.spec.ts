import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aMember, FIXTURE_PIN } from '../../../membership/members/members.fixtures.js';
import { toppedUp } from '../../../value/wallets/wallets.fixtures.js';
import { shelved } from '../sales.fixtures.js';

// A PIN that was set at the counter today proves nothing without a second person.
const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { db, org, as } = await testApp({ clock });
const key = () => ({ key: randomUUID() });
const approval = { login: 'manager', pin: STAFF_PIN };
beforeEach(() => clock.set('2026-11-22T04:00:00Z'));

async function aSaver(pin?: string): Promise<number> {
  const member = await aMember(db, { pin });
  await toppedUp(db, member, { principalCents: 900_00, storeId: org.renminId });
  return member.memberId;
}
async function buys(memberId: number, cents: number, more: object = {}) {
  const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
  const { id } = await db.write((tx) => shelved(tx, at, { kind: 'service', priceCents: cents }));
  const sale = {
    memberId,
    lines: [{ productId: id, qtyMilli: 1_000, unitPriceCents: cents }],
    dueCents: cents,
    tenders: [{ tender: 'wallet', amountCents: cents }],
    pin: FIXTURE_PIN,
    ...more,
  };
  return as('cashier').post('/api/v1/sales', sale, key());
}
const withdraws = (memberId: number, amountCents: number, more: object = {}) =>
  as('cashier').post(
    `/api/v1/members/${memberId}/withdrawals`,
    { amountCents, tender: 'cash', pin: FIXTURE_PIN, ...more },
    key(),
  );
const setPin = async (memberId: number) =>
  expect(
    (await as('cashier').post(`/api/v1/members/${memberId}/pin`, { pin: FIXTURE_PIN }, key()))
      .status,
  ).toBeLessThan(300);
const ASKED = { code: 'approval.required', params: { facts: { freshPin: true } } };

it('a first PIN is told to the member', async () => {
  const memberId = await aSaver();
  await setPin(memberId);
  const told = await db.query(
    `SELECT id FROM outbox WHERE topic = 'member.pin_set' AND (payload ->> 'memberId')::bigint = $1 AND (payload ->> 'storeId')::bigint = $2`,
    [memberId, org.renminId],
  );
  expect(told).toHaveLength(1);
});

it('on that business day whatever a PIN proves needs a second person: a sale and a payout', async () => {
  const memberId = await aSaver();
  await setPin(memberId);
  expect((await buys(memberId, 200_00)).status).toBe(201);
  expect((await buys(memberId, 200_01)).body).toMatchObject(ASKED);
  const sold = await buys(memberId, 200_01, { approval });
  expect(sold.status).toBe(201);
  expect(
    await db.query(`SELECT kind FROM approval WHERE document_kind = 'sale' AND document_id = $1`, [
      sold.body.saleId,
    ]),
  ).toEqual([{ kind: 'sale.create' }]);
  // Money out asks for a PIN at every amount, so it asks for the second person too.
  expect((await withdraws(memberId, 1)).body).toMatchObject(ASKED);
  expect((await withdraws(memberId, 200_00)).body).toMatchObject(ASKED);
  expect((await withdraws(memberId, 200_00, { approval })).status).toBe(201);
});

it('many small sales of that day are one large one', async () => {
  const memberId = await aSaver();
  await setPin(memberId);
  for (const cents of [60_00, 60_00, 80_00]) expect((await buys(memberId, cents)).status).toBe(201);
  expect((await buys(memberId, 1)).body).toMatchObject(ASKED);
  expect((await withdraws(memberId, 1)).body).toMatchObject(ASKED);
  expect((await buys(memberId, 1, { approval })).status).toBe(201);
});

it('from the next business day on it is a PIN as any other', async () => {
  const memberId = await aSaver();
  await setPin(memberId);
  clock.set('2026-11-22T20:59:59Z');
  expect((await buys(memberId, 250_00)).body).toMatchObject(ASKED);
  clock.set('2026-11-22T21:00:00Z');
  expect((await buys(memberId, 250_00)).status).toBe(201);
  expect((await withdraws(memberId, 250_00)).status).toBe(201);
});

it('a PIN set anew for who forgot it is one of today too; one that its owner changed is not', async () => {
  const [forgot, changes] = [await aSaver('864209'), await aSaver('864209')];
  const identity = { by: 'document', document: 'id_card', last4: '281X' };
  const reset = {
    ...{ pin: FIXTURE_PIN, reason: '忘记密码', identity },
    approval: { login: 'head', pin: STAFF_PIN },
  };
  const path = `/api/v1/members/${forgot}/pin/reset`;
  expect((await as('manager').post(path, reset, key())).status).toBeLessThan(300);
  expect((await buys(forgot, 250_00)).body).toMatchObject(ASKED);
  const change = { oldPin: '864209', pin: FIXTURE_PIN };
  expect(
    (await as('cashier').call('PUT', `/api/v1/members/${changes}/pin`, change, key())).status,
  ).toBeLessThan(300);
  expect((await buys(changes, 250_00)).status).toBe(201);
});

it('gives nobody else’s card a way to the wallet, nor a higher limit, and pays with none', async () => {
  const [ownerId, holder] = [await aSaver(), await aMember(db, { pin: '864209' })];
  await setPin(ownerId);
  const consent = (dayLimitCents: number | null, more: object = {}) => ({
    ...{ ownerProof: { by: 'pin', pin: FIXTURE_PIN }, dayLimitCents, ...more },
  });
  const binds = (more: object = {}) => {
    const body = { walletOfMemberId: ownerId, ...consent(null, more) };
    return as('cashier').post(`/api/v1/members/${holder.memberId}/cards`, body, key());
  };
  expect((await binds()).body).toMatchObject(ASKED);
  const bound = await binds({ approval });
  expect(bound.status).toBe(201);
  const { cardNo } = bound.body as { cardNo: string };
  const limits = (more: object = {}) =>
    as('cashier').post(`/api/v1/cards/${cardNo}/day-limit`, consent(9_000_00, more), key());
  expect((await limits()).body).toMatchObject(ASKED);

  // Without a limit the owner's PIN is asked for at every payment.
  const small = { cardNo };
  expect((await buys(holder.memberId, 1_00, small)).body).toMatchObject(ASKED);
  expect((await buys(holder.memberId, 1_00, { ...small, approval })).status).toBe(201);
  expect((await limits({ approval })).status).toBeLessThan(300);
  clock.set('2026-11-22T21:00:00Z');
  expect((await limits()).status).toBeLessThan(300);
});
