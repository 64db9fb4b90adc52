import { randomUUID } from 'node:crypto';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { anActiveCard } from '../../membership/cards/cards.fixtures.js';
import { aMember } from '../../membership/members/members.fixtures.js';
import { toppedUp } from '../wallets/wallets.fixtures.js';
import { withoutPayoutPin } from './savers.fixtures.js';

const { as, db, org } = await testApp();
const cashier = as('cashier');
const manager = as('manager');
const approval = { login: 'manager', pin: STAFF_PIN };
beforeAll(() => withoutPayoutPin(db));
beforeAll(() => Promise.all([cashier.get('/api/v1/session'), manager.get('/api/v1/session')]));

async function aSaver(principalCents: number, bonusCents = 0) {
  const member = await aMember(db);
  await toppedUp(db, member, { principalCents, bonusCents, storeId: org.renminId });
  return member;
}
const key = () => ({ key: randomUUID() });
const withdraw = (memberId: number, amountCents: number, who = cashier, options = key()) =>
  who.post(`/api/v1/members/${memberId}/withdrawals`, { tender: 'cash', amountCents }, options);
const transfer = (from: number, toMemberId: number, amountCents: number, who = cashier) =>
  who.post(`/api/v1/members/${from}/transfers`, { toMemberId, amountCents }, key());
const balanceOf = async (memberId: number) => {
  const { principalCents, bonusCents } = (await cashier.get(`/api/v1/members/${memberId}/wallet`))
    .body;
  return [principalCents, bonusCents];
};
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();

describe('two tills and one wallet', () => {
  it('ten withdrawals at once: exactly those that are covered succeed', async () => {
    const { memberId } = await aSaver(100_00, 20_00);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => withdraw(memberId, 30_00, n % 2 ? cashier : manager)),
    );
    expect(statuses(answers)).toEqual([201, 201, 201, 409, 409, 409, 409, 409, 409, 409]);
    expect(
      new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)),
    ).toEqual(new Set(['payout.above_principal']));
    expect(await balanceOf(memberId)).toEqual([10_00, 2_00]);
  });

  it('a withdrawal sent ten times with one key pays once', async () => {
    const { memberId } = await aSaver(100_00);
    const once = key();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => withdraw(memberId, 40_00, cashier, once)),
    );
    expect(new Set(answers.map(({ body }) => body.payoutId)).size).toBe(1);
    expect(await balanceOf(memberId)).toEqual([60_00, 0]);
  });

  it('a to b and b to a at once: all go through, nothing is lost', async () => {
    const [a, b] = [await aSaver(100_00, 10_00), await aSaver(100_00)];
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        n % 2
          ? transfer(a.memberId, b.memberId, 5_00)
          : transfer(b.memberId, a.memberId, 5_00, manager),
      ),
    );
    expect(new Set(statuses(answers))).toEqual(new Set([201]));
    const [[principalA], [principalB]] = [await balanceOf(a.memberId), await balanceOf(b.memberId)];
    expect(principalA + principalB).toBe(200_00);
  });

  it('a refund and a withdrawal at once: the refund pays what it showed, or nothing', async () => {
    const { memberId } = await aSaver(100_00);
    const body = {
      basis: 'principal',
      amountCents: 100_00,
      tender: 'cash',
      giftPoints: 'leave',
      points: 'keep',
      approval,
    };
    const [refunded, withdrawn] = await Promise.all([
      cashier.post(`/api/v1/members/${memberId}/wallet-refunds`, body, key()),
      withdraw(memberId, 30_00, manager),
    ]);
    expect(statuses([refunded, withdrawn])).toEqual([201, 409]);
    expect(await balanceOf(memberId)).toEqual(refunded.status === 201 ? [0, 0] : [70_00, 0]);
  });

  it('one payout reversed at two tills: once', async () => {
    const { memberId } = await aSaver(100_00);
    const { payoutId } = (await withdraw(memberId, 60_00)).body;
    const reverse = () =>
      manager.post(`/api/v1/payouts/${payoutId}/reversal`, { reason: '输错' }, key());
    expect(statuses(await Promise.all([reverse(), reverse()]))).toEqual([201, 409]);
    expect(await balanceOf(memberId)).toEqual([100_00, 0]);
  });
});

it('the two last cards of a wallet closed at once: the second one settles it', async () => {
  const member = await aSaver(100_00);
  const cards = [await anActiveCard(db, member), await anActiveCard(db, member)];
  const settlement = {
    basis: 'principal',
    amountCents: 100_00,
    tender: 'cash',
    giftPoints: 'leave',
    points: 'keep',
  };
  const identity = { by: 'document', document: 'passport', last4: '2807' };
  const close = (cardNo: string) =>
    cashier.post(
      `/api/v1/cards/${cardNo}/closing`,
      { tender: 'cash', settlement, approval, identity },
      key(),
    );
  const answers = await Promise.all(cards.map(({ cardNo }) => close(cardNo)));
  expect(statuses(answers)).toEqual([201, 201]);
  expect(answers.map(({ body }) => body.paidCents).sort()).toEqual([0, 100_00]);
  expect(await balanceOf(member.memberId)).toEqual([0, 0]);
});
