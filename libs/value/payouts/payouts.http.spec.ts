import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { anActiveCard } from '../../membership/cards/cards.fixtures.js';
import { aMember } from '../../membership/members/members.fixtures.js';
import { toppedUp } from '../wallets/wallets.fixtures.js';
import { spentFrom } from './spending.fixtures.js';
import { withoutPayoutPin } from './savers.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const { as, db, org } = await testApp({ clock });
const cashier = as('cashier');
const key = () => ({ key: randomUUID() });
/** The manager agrees on the cashier's screen. */
const approval = { login: 'manager', pin: STAFF_PIN };
const PIN = '258036';

beforeAll(() => withoutPayoutPin(db));
beforeAll(() => cashier.get('/api/v1/session'));
beforeEach(() => clock.set('2026-11-22T03:00:00Z'));

/** A member with value paid in long ago. */
async function aSaver(
  principalCents: number,
  bonusCents = 0,
  more: { points?: number; on?: string; pin?: string } = {},
) {
  const member = await aMember(db, { pin: more.pin ?? PIN });
  const { points = 0, on = '2026-01-05' } = more;
  const topUp = await toppedUp(db, member, {
    principalCents,
    bonusCents,
    points,
    storeId: org.renminId,
    businessDate: on,
  });
  return { ...member, topUp };
}
const at = { storeId: org.renminId, staffId: org.staffIds.cashier, tillId: org.renminTillId };
const withdraw = (memberId: number, body: object, options = key(), who = cashier) =>
  who.post(`/api/v1/members/${memberId}/withdrawals`, { tender: 'cash', ...body }, options);
const walletOf = async (memberId: number) =>
  (await cashier.get(`/api/v1/members/${memberId}/wallet`)).body;

describe('a withdrawal', () => {
  it('pays principal out of the drawer and voids the bonus in the same ratio', async () => {
    const { memberId } = await aSaver(1000_00, 500_00);
    const preview = await cashier.get(`/api/v1/members/${memberId}/withdrawals/preview`, {
      query: { amountCents: '40000' },
    });
    expect(preview.body).toMatchObject({
      payableCents: 1000_00,
      bonusGoesCents: 200_00,
      principalAfterCents: 600_00,
      bonusAfterCents: 300_00,
      withinPaidRatio: true,
      needsPin: true,
      needsApproval: false,
    });
    const answer = await withdraw(memberId, { amountCents: 400_00, pin: PIN });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        paidCents: 400_00,
        bonusVoidCents: 200_00,
        principalAfterCents: 600_00,
        bonusAfterCents: 300_00,
      },
    });
    expect(await walletOf(memberId)).toMatchObject({ principalCents: 600_00, bonusCents: 300_00 });
    const postings = await db.query(
      `SELECT coalesce(a.kind, p.house) AS account, p.store_id AS store, p.amount FROM payout d JOIN ledger.posting p ON p.entry_id = d.entry_id
         LEFT JOIN ledger.account a ON a.id = p.account_id WHERE d.id = $1 ORDER BY 1`,
      [answer.body.payoutId],
    );
    expect(postings).toEqual([
      { account: 'bonus', store: null, amount: 200_00 },
      { account: 'bonus_cost', store: org.renminId, amount: -200_00 },
      { account: 'principal', store: null, amount: 400_00 },
      { account: 'tender:cash', store: org.renminId, amount: -400_00 },
    ]);
  });

  it('is answered the same when it is sent again, whatever has changed since', async () => {
    const { memberId } = await aSaver(300_00);
    const again = key();
    const first = await withdraw(memberId, { amountCents: 300_00, pin: PIN }, again);
    const second = await withdraw(memberId, { amountCents: 300_00, pin: '000000' }, again);
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers['idempotency-replayed']).toBe('true');
    const other = await withdraw(memberId, { amountCents: 299_00, pin: PIN }, again);
    expect(other.body.code).toBe('command.key_reused');
  });

  it('is refused above the principal, without PIN, without till and without the right', async () => {
    const { memberId } = await aSaver(250_00, 100_00);
    expect((await withdraw(memberId, { amountCents: 250_01, pin: PIN })).body).toMatchObject({
      code: 'payout.above_principal',
      params: { principalCents: 250_00 },
    });
    expect((await withdraw(memberId, { amountCents: 200_01 })).body.code).toBe(
      'member.pin_required',
    );
    expect((await withdraw(memberId, { amountCents: 200_01, pin: '111222' })).body.code).toBe(
      'member.wrong_pin',
    );
    expect((await withdraw(memberId, { amountCents: 1 }, key(), as('head'))).body.code).toBe(
      'session.no_till',
    );
    expect((await withdraw(999_999, { amountCents: 1 })).body.code).toBe('member.not_found');
    await db.query(
      `UPDATE role SET permissions = array_remove(permissions, 'wallet.withdraw') WHERE code = 'cashier'`,
    );
    expect((await withdraw(memberId, { amountCents: 1 })).status).toBe(403);
    await db.query(
      `UPDATE role SET permissions = permissions || ARRAY['wallet.withdraw'] WHERE code = 'cashier'`,
    );
    expect(await walletOf(memberId)).toMatchObject({ principalCents: 250_00, bonusCents: 100_00 });
  });

  it('needs a second person from the limit on', async () => {
    const { memberId } = await aSaver(800_00);
    const asked = await withdraw(memberId, { amountCents: 500_00, pin: PIN });
    expect(asked.body).toMatchObject({
      code: 'approval.required',
      params: { kind: 'wallet.withdraw', amountCents: 500_00 },
    });
    expect((await withdraw(memberId, { amountCents: 499_99, pin: PIN })).status).toBe(201);
    const done = await withdraw(memberId, { amountCents: 300_01, pin: PIN, approval });
    expect(done.status).toBe(201);
    const big = await aSaver(800_00);
    const approved = await withdraw(big.memberId, { amountCents: 800_00, pin: PIN, approval });
    expect(approved.status).toBe(201);
    expect((await cashier.get(`/api/v1/payouts/${approved.body.payoutId}`)).body).toMatchObject({
      approvedByName: '孙店长',
    });
  });

  it('with bonus spent first pays no more than the paid ratio, and more only with consent (golden G20)', async () => {
    const { memberId, walletId } = await aSaver(1000_00, 500_00);
    await spentFrom(db, { ...at, walletId, memberId }, { principalCents: 0, bonusCents: 300_00 });
    const preview = (await cashier.get(`/api/v1/members/${memberId}/withdrawals/preview`)).body;
    expect(preview).toMatchObject({
      principalCents: 1000_00,
      entitledCents: 800_00,
      payableCents: 800_00,
      amountCents: 800_00,
      bonusGoesCents: 200_00,
    });
    const refused = await withdraw(memberId, { amountCents: 100_00 });
    expect(refused.status).toBe(201); // a small part of what is payable
    const over = await withdraw(memberId, { amountCents: 701_00, pin: PIN });
    expect(over.body).toMatchObject({
      code: 'approval.required',
      params: { facts: { abovePaidRatio: true } },
    });
    const paid = await withdraw(memberId, { amountCents: 701_00, pin: PIN, approval });
    expect(paid.body).toMatchObject({
      paidCents: 701_00,
      bonusAfterCents: 0,
      principalAfterCents: 199_00,
    });
  });

  it('is not made with a family card: the wallet is somebody else’s', async () => {
    const owner = await aSaver(100_00);
    const family = await aMember(db);
    const { cardId, cardNo } = await anActiveCard(db, family);
    await db.query('UPDATE card SET wallet_id = $2 WHERE id = $1', [cardId, owner.walletId]);
    expect((await withdraw(family.memberId, { amountCents: 1_00, cardNo })).body.code).toBe(
      'payout.not_wallet_owner',
    );
    expect((await withdraw(owner.memberId, { amountCents: 1_00, cardNo })).body.code).toBe(
      'card.of_other_member',
    );
  });
});

describe('a transfer', () => {
  const transfer = (
    from: number,
    to: number,
    amountCents: number,
    more: object = {},
    options = key(),
  ) =>
    cashier.post(
      `/api/v1/members/${from}/transfers`,
      { toMemberId: to, amountCents, pin: PIN, ...more },
      options,
    );

  it('keeps where each part was paid in, and voids the bonus of the giver', async () => {
    const giver = await aSaver(400_00, 40_00);
    const receiver = await aMember(db, { name: '收款人' });
    const preview = await cashier.get(`/api/v1/members/${giver.memberId}/transfers/preview`, {
      query: { toMemberId: String(receiver.memberId), amountCents: '10000' },
    });
    expect(preview.body).toMatchObject({
      bonusRule: 'void',
      bonusGoesCents: 10_00,
      receiver: { name: '收款人', principalDebtCents: 0 },
    });
    const answer = await transfer(giver.memberId, receiver.memberId, 100_00);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        principalCents: 100_00,
        bonusVoidCents: 10_00,
        bonusMovedCents: 0,
        principalAfterCents: 300_00,
      },
    });
    const { principalCents, bonusCents, lots } = await walletOf(receiver.memberId);
    expect({ principalCents, bonusCents }).toEqual({ principalCents: 100_00, bonusCents: 0 });
    expect(lots).toMatchObject([
      {
        kind: 'principal',
        originOn: '2026-01-05',
        originStoreName: '人民路店',
        tender: 'cash',
        remaining: 100_00,
      },
    ]);
  });

  it('takes the bonus along where the chain says so', async () => {
    await as('head').put('/api/v1/settings/wallet.transfer_bonus', { value: 'move', version: 0 });
    const giver = await aSaver(400_00, 40_00);
    const receiver = await aMember(db);
    const answer = await transfer(giver.memberId, receiver.memberId, 100_00);
    expect(answer.body).toMatchObject({
      bonusVoidCents: 0,
      bonusMovedCents: 10_00,
      bonusAfterCents: 30_00,
    });
    expect(await walletOf(receiver.memberId)).toMatchObject({
      principalCents: 100_00,
      bonusCents: 10_00,
    });
    await as('head').put('/api/v1/settings/wallet.transfer_bonus', { value: 'void', version: 1 });
  });

  it('warns where the receiver’s prepaid limit is passed, and goes on once that was read (golden G29)', async () => {
    const giver = await aSaver(300_00);
    const receiver = await aSaver(900_00);
    const warned = await transfer(giver.memberId, receiver.memberId, 200_00);
    expect(warned.body).toMatchObject({
      code: 'wallet.limit_warning',
      params: { memberId: receiver.memberId, faceBeforeCents: 900_00, addedCents: 200_00 },
    });
    expect(
      (await transfer(giver.memberId, receiver.memberId, 200_00, { acceptLimit: true })).status,
    ).toBe(201);
  });

  it('is refused to oneself, to nobody, and above the principal; from the limit on it needs a second person', async () => {
    const { memberId } = await aSaver(600_00);
    const other = await aMember(db);
    expect((await transfer(memberId, memberId, 1_00)).body.code).toBe('payout.same_member');
    expect((await transfer(memberId, 999_999, 1_00)).body.errors).toEqual([
      { field: 'toMemberId', code: 'field.unknown_reference' },
    ]);
    expect((await transfer(memberId, other.memberId, 600_01, { approval })).body.code).toBe(
      'payout.above_principal',
    );
    expect((await transfer(memberId, other.memberId, 500_00)).body.code).toBe('approval.required');
    expect((await transfer(memberId, other.memberId, 500_00, { approval })).status).toBe(201);
  });
});
