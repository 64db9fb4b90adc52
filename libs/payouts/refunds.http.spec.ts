import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { bonusOf, House, Ledger, pointsOf } from '#ledger';
import { STAFF_PIN, testApp } from '#testing';
import { anActiveCard } from '../cards/cards.fixtures.js';
import { aMember } from '../members/members.fixtures.js';
import { toppedUp } from '../wallets/wallets.fixtures.js';
import { spentFrom } from './spending.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const { as, db, org } = await testApp({ clock });
const cashier = as('cashier');
const manager = as('manager');
const key = () => ({ key: randomUUID() });
const approval = { login: 'manager', pin: STAFF_PIN };
const at = { storeId: org.renminId, staffId: org.staffIds.cashier, tillId: org.renminTillId };
beforeAll(() => cashier.get('/api/v1/session'));

interface Saver {
  memberId: number;
  walletId: number;
}
async function aSaver(
  principalCents: number,
  bonusCents = 0,
  more: { points?: number; on?: string } = {},
) {
  const member = await aMember(db);
  const topUp = await toppedUp(db, member, {
    principalCents,
    bonusCents,
    points: more.points,
    storeId: org.renminId,
    businessDate: more.on ?? '2026-01-05',
  });
  return { ...member, topUpEntryId: topUp.entryId };
}
const spent = (saver: Saver, principalCents: number, bonusCents: number, listCents?: number) =>
  spentFrom(
    db,
    { ...at, walletId: saver.walletId, memberId: saver.memberId },
    { principalCents, bonusCents, listCents },
  );
const preview = async ({ memberId }: Saver) =>
  (await cashier.get(`/api/v1/members/${memberId}/wallet-refunds/preview`)).body;
const SETTLED = { tender: 'cash', giftPoints: 'take_back', points: 'keep' };
const refund = ({ memberId }: Saver, body: object, options = key()) =>
  cashier.post(
    `/api/v1/members/${memberId}/wallet-refunds`,
    { ...SETTLED, approval, ...body },
    options,
  );
const walletOf = async ({ memberId }: Saver) =>
  (await cashier.get(`/api/v1/members/${memberId}/wallet`)).body;

describe('a refund: three computations side by side (golden G19)', () => {
  it.each([
    [
      'proportional',
      500_00,
      100_00,
      { principalCents: 500_00, paidRatioCents: 500_00, proposedCents: 500_00 },
    ],
    [
      'bonus first',
      400_00,
      200_00,
      { principalCents: 600_00, paidRatioCents: 500_00, proposedCents: 600_00 },
    ],
    [
      'principal first',
      600_00,
      0,
      { principalCents: 400_00, paidRatioCents: 500_00, proposedCents: 500_00 },
    ],
  ])('%s', async (_order, principal, bonus, shown) => {
    const saver = await aSaver(1000_00, 200_00);
    await spent(saver, principal, bonus, 666_67);
    expect(await preview(saver)).toMatchObject({
      ...shown,
      listPriceCents: 333_33,
      usedListCents: 666_67,
    });
  });

  it('with principal first pays the ratio out of principal, then bonus, and leaves nothing', async () => {
    const saver = await aSaver(1000_00, 200_00);
    await spent(saver, 600_00, 0);
    const shown = await preview(saver);
    expect(shown).toMatchObject({
      proposedBasis: 'paid_ratio',
      warnings: { principal: ['below_paid_ratio'], paid_ratio: [] },
    });
    const done = await refund(saver, { basis: 'paid_ratio', amountCents: 500_00 });
    expect(done).toMatchObject({
      status: 201,
      body: {
        paidCents: 500_00,
        principalCents: 400_00,
        bonusPaidCents: 100_00,
        bonusVoidCents: 100_00,
        principalAfterCents: 0,
        bonusAfterCents: 0,
      },
    });
    expect((await cashier.get(`/api/v1/payouts/${done.body.payoutId}`)).body).toMatchObject({
      kind: 'refund',
      approvedByName: '孙店长',
      refund: {
        basis: 'paid_ratio',
        proposedBasis: 'paid_ratio',
        principalOnlyCents: 400_00,
        paidRatioCents: 500_00,
      },
    });
  });

  it('asks for a reason where not the proposed one is paid, and keeps it', async () => {
    const saver = await aSaver(1000_00, 200_00);
    await spent(saver, 500_00, 100_00, 666_67);
    const body = { basis: 'list_price', amountCents: 333_33 };
    expect((await refund(saver, body)).body.code).toBe('payout.reason_missing');
    const done = await refund(saver, { ...body, reason: '会员搬家，自己要求退卡' });
    expect(done.body).toMatchObject({
      paidCents: 333_33,
      principalKeptCents: 166_67,
      bonusVoidCents: 100_00,
    });
    expect((await cashier.get(`/api/v1/payouts/${done.body.payoutId}`)).body.reason).toBe(
      '会员搬家，自己要求退卡',
    );
  });

  it('pays only what was shown, needs a second person, and finds nothing in an empty wallet', async () => {
    const saver = await aSaver(100_00);
    const body = { basis: 'principal', amountCents: 100_00 };
    expect((await refund(saver, { ...body, approval: null })).body.code).toBe('approval.required');
    expect((await refund(saver, { ...body, amountCents: 99_00 })).body).toMatchObject({
      code: 'payout.figures_changed',
      params: { amountCents: 100_00 },
    });
    const again = key();
    const first = await refund(saver, body, again);
    const second = await refund(saver, body, again);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect((await refund(saver, { ...body, amountCents: 0 })).body.code).toBe(
      'payout.nothing_to_refund',
    );
  });

  it('never pays less than what is left of top-ups of the last seven days', async () => {
    const saver = await aSaver(300_00, 0, { on: '2026-11-15' });
    await spent(saver, 100_00, 0, 500_00);
    const shown = await preview(saver);
    expect(shown).toMatchObject({
      rightCents: 200_00,
      lots: [
        {
          toppedUpOn: '2026-11-15',
          remainingCents: 200_00,
          grantedCents: 300_00,
          rightUntil: '2026-11-22',
          withinRight: true,
        },
      ],
    });
    const low = await refund(saver, { basis: 'list_price', amountCents: 0, reason: '会员要求' });
    expect(low.body).toMatchObject({
      code: 'payout.below_refund_right',
      params: { rightCents: 200_00 },
    });
    const old = await aSaver(300_00, 0, { on: '2026-11-14' });
    expect(await preview(old)).toMatchObject({
      rightCents: 0,
      lots: [{ withinRight: false, rightUntil: '2026-11-21' }],
    });
  });

  it('takes back the points of the top-up, as debt where they are spent (golden G21, last line)', async () => {
    const saver = await aSaver(1000_00, 100_00, { points: 50 });
    await spent(saver, 300_00, 30_00);
    await takePoints(saver.memberId, 50);
    expect(await preview(saver)).toMatchObject({ giftPoints: 50, points: 0 });
    const done = await refund(saver, { basis: 'principal', amountCents: 700_00 });
    expect(done.body).toMatchObject({
      paidCents: 700_00,
      bonusVoidCents: 70_00,
      giftPointsTaken: 50,
      pointsDebtAfter: 50,
    });
  });

  it('is undone where it was keyed by mistake: the wallet and its bonus come back', async () => {
    const saver = await aSaver(300_00, 60_00, { points: 9 });
    const { payoutId } = (await refund(saver, { basis: 'principal', amountCents: 300_00 })).body;
    expect(await walletOf(saver)).toMatchObject({ principalCents: 0, bonusCents: 0, points: 0 });
    expect(
      (await manager.post(`/api/v1/payouts/${payoutId}/reversal`, { reason: '选错会员' }, key()))
        .status,
    ).toBe(201);
    expect(await walletOf(saver)).toMatchObject({
      principalCents: 300_00,
      bonusCents: 60_00,
      points: 9,
    });
  });
});

/** Points that were spent elsewhere. */
async function takePoints(memberId: number, points: number) {
  await db.write((tx) =>
    new Ledger().act(
      tx,
      {
        kind: 'redemption',
        businessDate: '2026-03-01',
        at: clock.now(),
        storeId: org.renminId,
        staffId: org.staffIds.cashier,
        memberId,
        accounts: [pointsOf(memberId)],
      },
      (books) => books.take(pointsOf(memberId), points, House.pointsRedeemed(org.renminId)),
    ),
  );
}

/** Bonus of 100.00 in three instalments from 2026-01-31 on (golden G02). */
async function instalments({ walletId, memberId }: Saver) {
  await db.write((tx) =>
    new Ledger().act(
      tx,
      {
        kind: 'bonus_grant',
        businessDate: '2026-01-31',
        at: clock.now(),
        storeId: org.renminId,
        staffId: org.staffIds.cashier,
        memberId,
        accounts: [bonusOf(walletId)],
      },
      (books) => {
        for (const [cents, releasesOn] of [
          [33_34, '2026-11-20'],
          [33_33, '2026-12-20'],
          [33_33, '2027-01-20'],
        ] as const)
          books.grant(bonusOf(walletId), cents, {
            against: House.bonusCost(org.renminId),
            releasesOn,
            gifted: true,
          });
      },
    ),
  );
}

describe('closing a card', () => {
  const closing = (cardNo: string, body: object, options = key()) =>
    cashier.post(`/api/v1/cards/${cardNo}/closing`, { tender: 'cash', approval, ...body }, options);
  const shown = async (cardNo: string) =>
    (await cashier.get(`/api/v1/cards/${cardNo}/closing`)).body;
  const settlement = (amountCents: number, more: object = {}) => ({
    settlement: { ...SETTLED, basis: 'principal', amountCents, ...more },
  });
  const withDeposit = async ({ memberId }: Saver, depositCents: number) =>
    (await cashier.post(`/api/v1/members/${memberId}/cards`, { depositCents, feeCents: 0 }, key()))
      .body as { cardNo: string };

  it('the last one: pays the wallet and the deposit, voids released and unreleased bonus (golden G02)', async () => {
    const saver = await aSaver(100_00);
    await instalments(saver);
    const { cardNo } = await withDeposit(saver, 20_00);
    expect(await shown(cardNo)).toMatchObject({
      isLastOfWallet: true,
      depositCents: 20_00,
      refund: { proposedCents: 100_00, bonusCents: 33_34, heldBonusCents: 66_66 },
    });
    expect((await closing(cardNo, {})).body.code).toBe('payout.settlement_missing');
    const done = await closing(cardNo, settlement(100_00));
    expect(done).toMatchObject({
      status: 201,
      body: {
        paidCents: 100_00,
        depositCents: 20_00,
        bonusVoidCents: 33_34,
        heldVoidCents: 66_66,
        principalAfterCents: 0,
        bonusAfterCents: 0,
      },
    });
    expect((await closing(cardNo, settlement(0))).body.code).toBe('card.not_active');
    const { status } = await db.one<{ status: string }>(
      'SELECT status FROM card WHERE card_no = $1',
      [cardNo],
    );
    expect(status).toBe('closed');
    const money = await db.one<{ cents: number }>(
      `SELECT sum(p.amount)::bigint AS cents FROM payout d JOIN ledger.posting p ON p.entry_id = d.entry_id WHERE d.id = $1 AND p.house = 'tender:cash'`,
      [done.body.payoutId],
    );
    expect(money.cents).toBe(-120_00);
    expect(
      (
        await manager.post(
          `/api/v1/payouts/${done.body.payoutId}/reversal`,
          { reason: '误办' },
          key(),
        )
      ).body.code,
    ).toBe('payout.not_reversible');
  });

  it('one of several: only that card and its deposit', async () => {
    const saver = await aSaver(100_00, 20_00);
    const { cardNo } = await withDeposit(saver, 10_00);
    await anActiveCard(db, saver);
    expect(await shown(cardNo)).toMatchObject({
      isLastOfWallet: false,
      otherCards: 1,
      refund: null,
    });
    const done = await closing(cardNo, { approval: undefined });
    expect(done).toMatchObject({
      status: 201,
      body: { paidCents: 0, depositCents: 10_00, bonusVoidCents: 0, principalAfterCents: 100_00 },
    });
    expect(await walletOf(saver)).toMatchObject({ principalCents: 100_00, bonusCents: 20_00 });
  });

  it('a family’s card closes by itself, also as the last one: the wallet is its owner’s', async () => {
    const owner = await aSaver(100_00);
    const family = await aMember(db);
    const { cardId, cardNo } = await anActiveCard(db, family);
    await db.query('UPDATE card SET wallet_id = $2 WHERE id = $1', [cardId, owner.walletId]);
    expect(await shown(cardNo)).toMatchObject({ isLastOfWallet: false, refund: null });
    expect((await closing(cardNo, {})).status).toBe(201);
    expect(await walletOf(owner)).toMatchObject({ principalCents: 100_00 });
  });

  it('with points debt: shown, waived or paid, and the principal is never withheld for it', async () => {
    const saver = await aSaver(100_00, 0, { points: 60 });
    await takePoints(saver.memberId, 60);
    const { cardNo } = await anActiveCard(db, saver);
    const undecided = await closing(cardNo, settlement(100_00));
    expect(undecided.body).toMatchObject({
      code: 'payout.debt_undecided',
      params: { walletDebtCents: 0, pointsDebt: 60 },
    });
    expect((await closing(cardNo, settlement(100_00, { pointsDebt: 'pay' }))).body.code).toBe(
      'payout.debt_undecided',
    );
    const done = await closing(
      cardNo,
      settlement(100_00, { pointsDebt: 'pay', pointsDebtCents: 6_00 }),
    );
    expect(done.body).toMatchObject({ paidCents: 100_00, receivedCents: 6_00, pointsDebtAfter: 0 });

    const other = await aSaver(80_00, 0, { points: 10 });
    await takePoints(other.memberId, 10);
    const second = await anActiveCard(db, other);
    const waived = await closing(second.cardNo, settlement(80_00, { pointsDebt: 'waive' }));
    expect(waived.body).toMatchObject({ paidCents: 80_00, receivedCents: 0, pointsDebtAfter: 0 });
  });

  it('with wallet debt: waived or paid, never left', async () => {
    const saver = await aSaver(100_00, 10_00);
    await spent(saver, 100_00, 10_00);
    await db.write((tx) =>
      new Ledger().reverse(tx, {
        entryId: saver.topUpEntryId,
        kind: 'top_up_reversal',
        businessDate: '2026-03-01',
        at: clock.now(),
        storeId: org.renminId,
        staffId: org.staffIds.manager,
        reason: '输错',
      }),
    );
    const { cardNo } = await anActiveCard(db, saver);
    expect(await shown(cardNo)).toMatchObject({
      refund: { principalDebtCents: 100_00, bonusDebtCents: 10_00 },
    });
    const paid = await closing(cardNo, settlement(0, { walletDebt: 'pay', tender: 'wechat' }));
    expect(paid.body).toMatchObject({ paidCents: 0, receivedCents: 110_00 });
    expect(await walletOf(saver)).toMatchObject({
      principalDebtCents: 0,
      bonusDebtCents: 0,
      principalCents: 0,
    });
  });

  it('forfeits the points that are left where that was agreed; the member stays', async () => {
    const saver = await aSaver(50_00, 0, { points: 30 });
    const { cardNo } = await anActiveCard(db, saver);
    const done = await closing(
      cardNo,
      settlement(50_00, { giftPoints: 'leave', points: 'forfeit' }),
    );
    expect(done.body).toMatchObject({ giftPointsTaken: 0, pointsForfeited: 30, pointsAfter: 0 });
    expect((await cashier.get(`/api/v1/members/${saver.memberId}`)).status).toBe(200);
  });
});
