import { FixedClock } from '#kernel';
import { Settings } from '#chain/settings';
import { testApp } from '#workshop/testing';
import { anActiveCard } from '../../membership/cards/cards.fixtures.js';
import { aMember, FIXTURE_PIN } from '../../membership/members/members.fixtures.js';
import {
  withoutPayoutPin,
  aKey as key,
  approval,
  type Saver,
  SaverKit,
  SETTLED,
} from './savers.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const api = await testApp({ clock });
const { as, db } = api;
const kit = new SaverKit(api, clock);
const cashier = as('cashier');
const manager = as('manager');
beforeAll(() => withoutPayoutPin(db));
beforeAll(() => cashier.get('/api/v1/session'));
const seen = { by: 'document', document: 'passport', last4: '2807' };
const walletOf = async ({ memberId }: Saver) =>
  (await cashier.get(`/api/v1/members/${memberId}/wallet`)).body;

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

  const tendersOf = (payoutId: number) =>
    db.query<{ house: string; cents: number }>(
      `SELECT p.house, sum(p.amount)::bigint AS cents FROM payout d JOIN ledger.posting p ON p.entry_id = d.entry_id
        WHERE d.id = $1 AND p.house LIKE 'tender:%' GROUP BY p.house ORDER BY p.house`,
      [payoutId],
    );
  async function limited(cents: number): Promise<void> {
    await db.query(
      `INSERT INTO setting (key, version, value)
       VALUES ('approval.withdrawal_from_cents', (SELECT coalesce(max(version), 0) + 1 FROM setting WHERE key = 'approval.withdrawal_from_cents'), $1)`,
      [JSON.stringify(cents)],
    );
    api.app.get(Settings).forget();
  }

  it('the last one: pays the wallet and the deposit, voids released and unreleased bonus (golden G02)', async () => {
    const saver = await kit.aSaver(100_00);
    await kit.instalments(saver);
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
    const saver = await kit.aSaver(100_00, 20_00);
    const { cardNo } = await withDeposit(saver, 10_00);
    await anActiveCard(db, saver);
    expect(await shown(cardNo)).toMatchObject({
      isLastOfWallet: false,
      otherCards: 1,
      refund: null,
    });
    const refused = await closing(cardNo, { approval: undefined });
    expect(refused.body.code).toBe('member.identity_missing');
    const done = await closing(cardNo, { approval: undefined, identity: seen });
    expect(done.body).toMatchObject({
      code: 'approval.required',
      params: { kind: 'card.close', facts: { document: 'passport', cardNo } },
    });
    const pin = FIXTURE_PIN;
    await cashier.post(`/api/v1/members/${saver.memberId}/pin`, { pin }, key());
    const ofToday = await closing(cardNo, { approval: undefined, identity: { by: 'pin', pin } });
    expect(ofToday.body).toMatchObject({
      code: 'approval.required',
      params: { kind: 'card.close', facts: { freshPin: true, cardNo } },
    });
    expect(await closing(cardNo, { identity: seen })).toMatchObject({
      status: 201,
      body: { paidCents: 0, depositCents: 10_00, bonusVoidCents: 0, principalAfterCents: 100_00 },
    });
    expect(await walletOf(saver)).toMatchObject({ principalCents: 100_00, bonusCents: 20_00 });
  });

  it('gives a deposit back as it was paid, whatever is asked; it counts as money out', async () => {
    const saver = await kit.aSaver(100_00);
    await anActiveCard(db, saver);
    const one = await cashier.post(
      `/api/v1/members/${saver.memberId}/cards`,
      { depositCents: 90_00, feeCents: 0, tender: 'wechat' },
      key(),
    );
    // Somebody else wrote the document down: it is compared, and nobody else is asked.
    await db.query(
      `INSERT INTO member_identity (member_id, document_kind, name, number_sealed, number_last4, seen_by)
       VALUES ($1, 'passport', 'Li', 'x', '2807', $2)`,
      [saver.memberId, api.org.staffIds.manager],
    );
    const { cardNo: first } = one.body;
    const replaced = await cashier.post(
      `/api/v1/cards/${first}/replacement`,
      { feeCents: 0, identity: seen },
      key(),
    );
    const { cardNo } = replaced.body;
    expect(await shown(cardNo)).toMatchObject({ depositCents: 90_00, depositTender: 'wechat' });
    const given = { approval: undefined, identity: seen };
    await limited(90_00);
    expect((await closing(cardNo, given)).body).toMatchObject({
      code: 'approval.required',
      params: { kind: 'card.close', amountCents: 90_00, facts: { depositCents: 90_00 } },
    });
    await limited(90_01);
    const done = await closing(cardNo, given);
    expect(done.body).toMatchObject({ paidCents: 0, depositCents: 90_00 });
    expect(await tendersOf(done.body.payoutId)).toEqual([
      { house: 'tender:wechat', cents: -90_00 },
    ]);
    const paper = await cashier.get(`/api/v1/payouts/${done.body.payoutId}`);
    expect(paper.body).toMatchObject({ tender: 'wechat', depositTender: 'wechat' });
    const { cents } = await db.one<{ cents: number }>(
      'SELECT sum(amount_cents)::bigint AS cents FROM unapproved_act WHERE member_id = $1',
      [saver.memberId],
    );
    expect(cents).toBe(90_00);
    await limited(500_00);
  });

  it('the last one with a wallet paid in cash: the deposit goes its own way', async () => {
    const saver = await kit.aSaver(30_00);
    const { body } = await cashier.post(
      `/api/v1/members/${saver.memberId}/cards`,
      { depositCents: 20_00, feeCents: 0, tender: 'alipay' },
      key(),
    );
    const done = await closing(body.cardNo, settlement(30_00));
    expect(await tendersOf(done.body.payoutId)).toEqual([
      { house: 'tender:alipay', cents: -20_00 },
      { house: 'tender:cash', cents: -30_00 },
    ]);
  });

  it('a family’s card closes by itself, also as the last one: the wallet is its owner’s', async () => {
    const owner = await kit.aSaver(100_00);
    const family = await aMember(db);
    const { cardId, cardNo } = await anActiveCard(db, family);
    await db.query('UPDATE card SET wallet_id = $2 WHERE id = $1', [cardId, owner.walletId]);
    expect(await shown(cardNo)).toMatchObject({ isLastOfWallet: false, refund: null });
    expect((await closing(cardNo, {})).body.code).toBe('member.identity_missing');
    expect((await closing(cardNo, { identity: seen })).status).toBe(201);
    expect(await walletOf(owner)).toMatchObject({ principalCents: 100_00 });
  });

  it('with points debt: shown, waived or paid, and the principal is never withheld for it', async () => {
    const saver = await kit.aSaver(100_00, 0, { points: 60 });
    await kit.redeemed(saver, 60);
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

    const other = await kit.aSaver(80_00, 0, { points: 10 });
    await kit.redeemed(other, 10);
    const second = await anActiveCard(db, other);
    const waived = await closing(
      second.cardNo,
      settlement(80_00, { pointsDebt: 'waive', reason: '会员不愿补' }),
    );
    expect(waived.body).toMatchObject({ paidCents: 80_00, receivedCents: 0, pointsDebtAfter: 0 });
  });

  it('with wallet debt: waived or paid, never left', async () => {
    const saver = await kit.aSaver(100_00, 10_00, { on: '2026-11-22' });
    await kit.spent(saver, 100_00, 10_00);
    await manager.post(`/api/v1/top-ups/${saver.topUpId}/reversal`, { reason: '输错' }, key());
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
    const saver = await kit.aSaver(50_00, 0, { points: 30 });
    const { cardNo } = await anActiveCard(db, saver);
    const done = await closing(
      cardNo,
      settlement(50_00, { giftPoints: 'leave', points: 'forfeit' }),
    );
    expect(done.body).toMatchObject({ giftPointsTaken: 0, pointsForfeited: 30, pointsAfter: 0 });
    expect((await cashier.get(`/api/v1/members/${saver.memberId}`)).status).toBe(200);
  });
});
