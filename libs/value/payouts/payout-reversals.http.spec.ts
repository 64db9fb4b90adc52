import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aSecondHead } from '../../chain/approvals/approvals.fixtures.js';
import { aMember, FIXTURE_PIN } from '../../membership/members/members.fixtures.js';
import { toppedUp } from '../wallets/wallets.fixtures.js';

const NOON = '2026-11-22T04:00:00Z';
const clock = new FixedClock(new Date(NOON));
const { db, org, as } = await testApp({ clock });
const key = () => ({ key: randomUUID() });
const approval = { login: 'manager', pin: STAFF_PIN };
const secondHead = await aSecondHead(db, org);

beforeEach(() => clock.set(NOON));

async function aWithdrawal(amountCents = 2_000_00) {
  const member = await aMember(db, { pin: FIXTURE_PIN });
  const topUp = { principalCents: 3_000_00, storeId: org.renminId, businessDate: '2026-01-05' };
  await toppedUp(db, member, topUp);
  const body = { tender: 'cash', amountCents, pin: FIXTURE_PIN, approval };
  const path = `/api/v1/members/${member.memberId}/withdrawals`;
  const answer = await as('cashier').post(path, body, key());
  expect(answer.status).toBe(201);
  return { ...member, ...(answer.body as { payoutId: number; receiptNo: string }) };
}
async function reverse(who: string, id: number, more: object = {}) {
  const browser = as(who);
  await browser.sitAt(org.renminTillId);
  return browser.post(`/api/v1/payouts/${id}/reversal`, { reason: '金额输错', ...more }, key());
}

it('a payout is reversed on its business day by the right of the store alone', async () => {
  const { payoutId, memberId, receiptNo } = await aWithdrawal();
  expect((await reverse('manager', payoutId)).status).toBe(201);
  const row = await db.one(
    `SELECT before, after FROM audit_record WHERE action = 'wallet.reverse_payout' AND subject_id = $1`,
    [String(memberId)],
  );
  expect(row).toEqual({
    before: { payoutId, kind: 'withdrawal', receiptNo, reversed: false },
    after: {
      payoutId,
      reversed: true,
      principalCents: 2_000_00,
      paidCents: 2_000_00,
      receivedCents: 0,
    },
  });
  const told = await db.query(
    `SELECT payload FROM outbox WHERE topic = 'wallet.payout_reversed' AND payload = $1`,
    [JSON.stringify({ payoutId })],
  );
  expect(told).toHaveLength(1);
});

it('after its business day only head office reverses it, with a second person', async () => {
  const { payoutId, memberId } = await aWithdrawal();
  clock.set('2026-11-23T04:00:00Z');
  expect(await reverse('manager', payoutId)).toMatchObject({
    status: 403,
    body: { code: 'undo.day_is_over', params: { businessDate: '2026-11-22' } },
  });
  expect(await reverse('head', payoutId)).toMatchObject({
    status: 409,
    body: {
      code: 'approval.required',
      params: {
        kind: 'undo.late',
        subjectId: memberId,
        amountCents: 2_000_00,
        facts: { undoes: 'withdrawal', businessDate: '2026-11-22' },
      },
    },
  });
  expect((await reverse('head', payoutId, { approval: secondHead })).status).toBe(201);
});
