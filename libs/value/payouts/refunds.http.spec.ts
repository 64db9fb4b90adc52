import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import {
  withoutPayoutPin,
  aKey as key,
  approval,
  type Saver,
  SaverKit,
  SEEN,
  SETTLED,
} from './savers.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const api = await testApp({ clock });
const { as } = api;
const kit = new SaverKit(api, clock);
const cashier = as('cashier');
const manager = as('manager');
beforeAll(() => withoutPayoutPin(api.db));
beforeAll(() => cashier.get('/api/v1/session'));
const walletOf = async ({ memberId }: Saver) =>
  (await cashier.get(`/api/v1/members/${memberId}/wallet`)).body;
const preview = async ({ memberId }: Saver) =>
  (await cashier.get(`/api/v1/members/${memberId}/wallet-refunds/preview`)).body;
const refund = ({ memberId }: Saver, body: object, options = key()) =>
  cashier.post(
    `/api/v1/members/${memberId}/wallet-refunds`,
    { ...SETTLED, approval, identity: SEEN, ...body },
    options,
  );

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
    const saver = await kit.aSaver(1000_00, 200_00);
    await kit.spent(saver, principal, bonus, 666_67);
    expect(await preview(saver)).toMatchObject({
      ...shown,
      listPriceCents: 333_33,
      usedListCents: 666_67,
    });
  });

  it('with principal first pays the ratio out of principal, then bonus, and leaves nothing', async () => {
    const saver = await kit.aSaver(1000_00, 200_00);
    await kit.spent(saver, 600_00, 0);
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
    const saver = await kit.aSaver(1000_00, 200_00);
    await kit.spent(saver, 500_00, 100_00, 666_67);
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
    const saver = await kit.aSaver(100_00);
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
    const saver = await kit.aSaver(300_00, 0, { on: '2026-11-15' });
    await kit.spent(saver, 100_00, 0, 500_00);
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
    const old = await kit.aSaver(300_00, 0, { on: '2026-11-14' });
    expect(await preview(old)).toMatchObject({
      rightCents: 0,
      lots: [{ withinRight: false, rightUntil: '2026-11-21' }],
    });
  });

  it('takes back the points of the top-up, as debt where they are spent (golden G21, last line)', async () => {
    const saver = await kit.aSaver(1000_00, 100_00, { points: 50 });
    await kit.spent(saver, 300_00, 30_00);
    await kit.redeemed(saver, 50);
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
    const saver = await kit.aSaver(300_00, 60_00, { points: 9 });
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

describe('a refund that gives something away', () => {
  // Below the amount of the setting: what is paid alone would ask nobody.
  beforeAll(async () => {
    const path = '/api/v1/settings/approval.refund_from_cents';
    const answer = await as('head').put(path, { value: 500_00, version: 0 });
    expect(answer.status).toBe(200);
  });
  const asked = { code: 'approval.required', params: { kind: 'wallet.refund', amountCents: 0 } };

  it('pays nothing and waives a debt: only with a second person and a reason', async () => {
    const saver = await kit.aSaver(100_00, 0, { on: '2026-11-22' });
    await kit.spent(saver, 100_00, 0);
    const path = `/api/v1/top-ups/${saver.topUpId}/reversal`;
    expect((await as('manager').post(path, { reason: '输错' }, key())).status).toBe(201);
    const waived = { basis: 'principal', amountCents: 0, walletDebt: 'waive', reason: '做活动' };
    expect((await refund(saver, { ...waived, approval: undefined })).body).toMatchObject(asked);
    expect((await refund(saver, { ...waived, reason: undefined })).body.code).toBe(
      'payout.reason_missing',
    );
    expect((await refund(saver, waived)).status).toBe(201);
  });

  it('pays nothing and voids a bonus: the same', async () => {
    const saver = await kit.aSaver(10_00, 100_00);
    await kit.spent(saver, 10_00, 0, 200_00);
    const gone = { basis: 'principal', amountCents: 0, reason: '会员放弃' };
    expect((await refund(saver, { ...gone, approval: undefined })).body).toMatchObject(asked);
    expect((await refund(saver, { ...gone, reason: undefined })).body.code).toBe(
      'payout.reason_missing',
    );
    expect((await refund(saver, gone)).status).toBe(201);
  });

  it('is looked at from what is paid and what is void together', async () => {
    const saver = await kit.aSaver(400_00, 100_00);
    const body = { basis: 'principal', amountCents: 400_00, approval: undefined };
    const { memberId } = saver;
    await as('manager').post(`/api/v1/members/${memberId}/pin`, { pin: '258036' }, key());
    clock.set('2026-11-22T22:00:00Z');
    const next = as('cashier');
    const answer = await next.post(
      `/api/v1/members/${memberId}/wallet-refunds`,
      { ...SETTLED, ...body, pin: '258036' },
      key(),
    );
    expect(answer.body).toMatchObject({
      code: 'approval.required',
      params: { amountCents: 400_00, limitCents: 500_00 },
    });
  });
});
