import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aMember } from '../../membership/members/members.fixtures.js';
import { toppedUp } from '../wallets/wallets.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { as, db, org } = await testApp({ clock });
let [cashier, manager, head] = [as('cashier'), as('manager'), as('head')];
const PIN = '258036';
const approval = { login: 'manager', pin: STAFF_PIN };
const key = () => ({ key: randomUUID() });

/** Nobody stays signed in from one day to the next. */
function aDayLater(): void {
  clock.set(new Date(clock.now().getTime() + 86_400_000).toISOString());
  [cashier, manager, head] = [as('cashier'), as('manager'), as('head')];
}
// Each case has a business day of its own: what staff gave counts for the day.
beforeEach(async () => {
  aDayLater();
  await Promise.all([cashier.get('/api/v1/session'), manager.get('/api/v1/session')]);
});

async function aSaver(principalCents = 10_000_00): Promise<number> {
  const member = await aMember(db, { pin: PIN });
  await toppedUp(db, member, { principalCents, storeId: org.renminId, businessDate: '2026-01-05' });
  return member.memberId;
}
const withdraw = (memberId: number, amountCents: number, more: object = {}, who?: typeof cashier) =>
  (who ?? cashier).post(
    `/api/v1/members/${memberId}/withdrawals`,
    { tender: 'cash', amountCents, pin: PIN, ...more },
    key(),
  );
const transfer = (memberId: number, toMemberId: number, amountCents: number) =>
  cashier.post(
    `/api/v1/members/${memberId}/transfers`,
    { toMemberId, amountCents, pin: PIN, acceptLimit: true },
    key(),
  );
const setting = async (name: string, value: number) => {
  const rows = (await head.get('/api/v1/settings')).body;
  const { version } = rows.find((row: { key: string }) => row.key === name);
  expect((await head.put(`/api/v1/settings/${name}`, { value, version })).status).toBe(200);
};

it('twenty withdrawals of 200.00 in a row: from 500.00 a member and day on another person agrees', async () => {
  const memberId = await aSaver();
  const answers = [];
  for (let n = 0; n < 20; n += 1) answers.push(await withdraw(memberId, 200_00));
  expect(answers.slice(0, 2).map(({ status }) => status)).toEqual([201, 201]);
  for (const { body } of answers.slice(2))
    expect(body).toMatchObject({
      code: 'approval.required',
      params: { kind: 'wallet.withdraw', limit: 'member_day', limitCents: 500_00 },
    });
  const preview = `/api/v1/members/${memberId}/withdrawals/preview`;
  const needs = async (amountCents: number) =>
    (await cashier.get(preview, { query: { amountCents: String(amountCents) } })).body
      .needsApproval;
  expect([await needs(99_99), await needs(100_00)]).toEqual([false, true]);
});

it('two records that become one share what was given to either: merging opens no limit again', async () => {
  const [first, survivor, other] = [await aSaver(300_00), await aSaver(300_00), await aSaver(1_00)];
  for (const memberId of [first, survivor])
    expect((await withdraw(memberId, 250_00)).status).toBe(201);
  const merge = (into: number, mergedMemberId: number) =>
    manager.post(`/api/v1/members/${into}/merge`, { mergedMemberId }, key());
  expect((await merge(other, first)).status).toBe(201);
  expect((await merge(survivor, other)).status).toBe(201);
  expect((await cashier.post(`/api/v1/members/${survivor}/pin`, { pin: PIN }, key())).status).toBe(
    200,
  );
  // A PIN of today would ask for a second person by itself.
  await db.query('UPDATE member SET pin_set_at = NULL WHERE id = $1', [survivor]);
  expect((await withdraw(survivor, 10_00)).body).toMatchObject({
    code: 'approval.required',
    params: { kind: 'wallet.withdraw', limit: 'member_day', limitCents: 500_00 },
  });
  expect((await withdraw(survivor, 10_00, { approval })).status).toBe(201);
});

it('what a second person agreed to does not count, and the next business day begins anew', async () => {
  const memberId = await aSaver();
  expect((await withdraw(memberId, 900_00, { approval })).status).toBe(201);
  expect((await withdraw(memberId, 499_99)).status).toBe(201);
  expect((await withdraw(memberId, 1)).body.params.limit).toBe('member_day');
  aDayLater();
  expect((await withdraw(memberId, 499_99)).status).toBe(201);
});

it('withdrawals and transfers count together, whoever made them', async () => {
  const [memberId, other] = [await aSaver(), await aSaver(1)];
  expect((await withdraw(memberId, 300_00, {}, manager)).status).toBe(201);
  expect((await transfer(memberId, other, 200_00)).body.code).toBe('approval.required');
  expect((await transfer(memberId, other, 199_99)).status).toBe(201);
  // The receiver gave nothing.
  expect((await withdraw(other, 100_00)).status).toBe(201);
});

it('one person’s acts on many members count together', async () => {
  const members = [await aSaver(), await aSaver(), await aSaver(), await aSaver(), await aSaver()];
  for (const memberId of members.slice(0, 4))
    expect((await withdraw(memberId, 450_00)).status).toBe(201);
  const fifth = members[4] as number;
  expect((await withdraw(fifth, 200_00)).body).toMatchObject({
    code: 'approval.required',
    params: { limit: 'staff_day', limitCents: 2_000_00 },
  });
  expect((await withdraw(fifth, 199_99)).status).toBe(201);
  // Somebody else has a day of their own.
  expect((await withdraw(fifth, 200_00, {}, manager)).status).toBe(201);
});

it('adjustments by hand count, given or taken', async () => {
  await setting('approval.adjustment_from_cents', 1_000_00);
  const memberId = await aSaver(600_00);
  const adjust = (amountCents: number) =>
    manager.post(
      `/api/v1/members/${memberId}/wallet-adjustments`,
      { kind: 'principal', amountCents, reason: '补差' },
      key(),
    );
  expect((await adjust(300_00)).status).toBe(201);
  expect((await adjust(-200_00)).body.code).toBe('approval.required');
  expect((await adjust(-199_99)).status).toBe(201);
});

describe('two tills at once', () => {
  it('do not both stay below a member’s limit', async () => {
    const memberId = await aSaver();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        withdraw(memberId, 240_00, {}, n % 2 ? cashier : manager),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    for (const { body } of answers.filter(({ status }) => status !== 201))
      expect(body).toMatchObject({ code: 'approval.required', params: { limit: 'member_day' } });
  });

  it('do not both stay below one person’s limit', async () => {
    const members = [];
    for (let n = 0; n < 8; n += 1) members.push(await aSaver());
    const answers = await Promise.all(members.map((memberId) => withdraw(memberId, 450_00)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(4);
    for (const { body } of answers.filter(({ status }) => status !== 201))
      expect(body).toMatchObject({ code: 'approval.required', params: { limit: 'staff_day' } });
  });
});
