import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { House, Ledger, pointsOf, principalOf, bonusOf } from '#ledger';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aSecondHead } from '../../chain/approvals/approvals.fixtures.js';
import { aMember } from '../../membership/members/members.fixtures.js';
import { aTopUpRule, registered, toppedUp } from './wallets.fixtures.js';

const clock = new FixedClock(new Date('2026-10-20T03:00:00Z'));
const { as, db, org } = await testApp({ clock });
const [cashier, manager, head] = [as('cashier'), as('manager'), as('head')];
const headAtTill = as('head');
beforeAll(() => headAtTill.sitAt(org.renminTillId));
const key = () => ({ key: randomUUID() });
const pin = { login: 'head', pin: STAFF_PIN };
const reverse = (who: typeof manager, id: number, body: object = {}, options = key()) =>
  who.post(`/api/v1/top-ups/${id}/reversal`, { reason: '录错金额', ...body }, options);
const walletOf = async (memberId: number) =>
  (await cashier.get(`/api/v1/members/${memberId}/wallet`)).body;
const drawer = async () =>
  (
    await db.one<{ cents: number }>(
      `SELECT coalesce(sum(amount), 0)::bigint AS cents FROM ledger.posting WHERE house = 'tender:cash' AND store_id = $1`,
      [org.renminId],
    )
  ).cents;

async function spent(member: { memberId: number; walletId: number }, cents: number, points = 0) {
  const { memberId, walletId } = member;
  const accounts = [principalOf(walletId), bonusOf(walletId), pointsOf(memberId)];
  const facts = { businessDate: '2026-10-20', at: clock.now(), storeId: org.renminId, staffId: 1 };
  await db.write((tx) =>
    new Ledger().act(tx, { ...facts, kind: 'spend', memberId, accounts }, (books) => {
      books.spendWallet(walletId, cents, 'proportional', House.sales(org.renminId));
      if (points) books.take(pointsOf(memberId), points, House.pointsRedeemed(org.renminId));
    }),
  );
}

beforeEach(() => clock.set('2026-10-20T03:00:00Z'));
afterEach(() => db.query('UPDATE top_up_rule SET active = false'));

describe('a top-up keyed wrong, and already spent (golden G21)', () => {
  it('is taken back whole, as debt where it is spent; the right one and the next one repay it', async () => {
    const member = await aMember(db);
    const { memberId } = member;
    await registered(db, memberId);
    await aTopUpRule(db, { payCents: 1000_00, bonusCents: 100_00, points: 50 });
    const before = await drawer();
    const pay = (amountCents: number) =>
      cashier.post(`/api/v1/members/${memberId}/top-ups`, { amountCents, tender: 'cash' }, key());
    const wrong = (await pay(1000_00)).body;
    await spent(member, 330_00, 50);
    expect(await walletOf(memberId)).toMatchObject({
      principalCents: 700_00,
      bonusCents: 70_00,
      points: 0,
    });

    const back = await reverse(manager, wrong.topUpId, { approval: pin });
    expect(back).toMatchObject({
      status: 201,
      body: {
        receiptNo: 'RM-20261020-0002',
        principalCents: 1000_00,
        bonusCents: 100_00,
        points: 50,
        principalDebtCents: 300_00,
        bonusDebtCents: 30_00,
        pointsDebt: 50,
        principalAfterCents: 0,
        bonusAfterCents: 0,
        pointsAfter: 0,
      },
    });
    expect(await walletOf(memberId)).toMatchObject({
      principalCents: 0,
      principalDebtCents: 300_00,
      bonusCents: 0,
      bonusDebtCents: 30_00,
      pointsDebt: 50,
    });
    expect((await drawer()) - before).toBe(0);

    const right = (await pay(100_00)).body;
    expect(right).toMatchObject({ principalAfterCents: 0, bonusCents: 0, debtRepaidCents: 100_00 });
    expect(await walletOf(memberId)).toMatchObject({
      principalDebtCents: 200_00,
      bonusDebtCents: 30_00,
      pointsDebt: 50,
    });
    expect((await drawer()) - before).toBe(100_00);

    // 200.00 repays principal, 30.00 bonus: cash that is owed for either.
    const next = (await pay(500_00)).body;
    expect(next).toMatchObject({ debtRepaidCents: 230_00, principalAfterCents: 270_00 });
    expect(await walletOf(memberId)).toMatchObject({
      principalCents: 270_00,
      principalDebtCents: 0,
      bonusDebtCents: 0,
      pointsDebt: 50,
    });
    const [message] = await db.query(
      `SELECT payload FROM outbox WHERE topic = 'wallet.top_up_reversed'`,
    );
    expect(message).toEqual({ payload: { id: back.body.topUpReversalId } });
  });
});

describe('taking back a top-up', () => {
  const fresh = async (principalCents = 300_00, more: object = {}) => {
    const member = await aMember(db);
    return {
      ...member,
      ...(await toppedUp(db, member, {
        principalCents,
        storeId: org.renminId,
        businessDate: '2026-10-20',
        ...more,
      })),
    };
  };

  it('happens once, and a retry gets the first answer', async () => {
    const { topUpId } = await fresh();
    const once = key();
    const first = await reverse(manager, topUpId, {}, once);
    const again = await reverse(manager, topUpId, {}, once);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect((await reverse(manager, topUpId)).body).toMatchObject({
      code: 'wallet.top_up_reversed',
      params: { receiptNo: first.body.receiptNo },
    });
    const slip = (await cashier.get(`/api/v1/top-ups/${topUpId}`)).body;
    expect(slip.reversedBy).toBe(first.body.receiptNo);
  });

  it('takes no bonus again that expired unspent: it is gone, and no debt', async () => {
    const { topUpId, memberId } = await fresh(200_00, {
      businessDate: '2026-10-19',
      bonusLots: [{ amountCents: 20_00, releasesOn: null, expiresOn: '2026-10-19' }],
    });
    const { body } = await reverse(headAtTill, topUpId, { approval: await aSecondHead(db, org) });
    expect(body).toMatchObject({ principalCents: 200_00, bonusCents: 0, bonusDebtCents: 0 });
    expect(await walletOf(memberId)).toMatchObject({ principalCents: 0, bonusDebtCents: 0 });
  });

  it('after its business day needs head office and a second person', async () => {
    const { topUpId, memberId } = await fresh(200_00, { businessDate: '2026-10-19' });
    expect(await reverse(manager, topUpId)).toMatchObject({
      status: 403,
      body: { code: 'undo.day_is_over', params: { businessDate: '2026-10-19' } },
    });
    expect((await reverse(headAtTill, topUpId)).body).toMatchObject({
      code: 'approval.required',
      params: { kind: 'undo.late', subjectId: memberId, amountCents: 200_00, limitCents: 0 },
    });
  });

  it('takes bonus that is still to come', async () => {
    const { topUpId, memberId } = await fresh(200_00, {
      bonusLots: [{ amountCents: 20_00, releasesOn: '2026-12-01', expiresOn: null }],
    });
    expect((await reverse(manager, topUpId)).body).toMatchObject({ bonusCents: 20_00 });
    expect(await walletOf(memberId)).toMatchObject({ heldBonusCents: 0, bonusDebtCents: 0 });
  });

  it('brings back the debt that it had repaid', async () => {
    const { topUpId, memberId, walletId } = await fresh(300_00, { bonusCents: 30_00 });
    await spent({ memberId, walletId }, 330_00);
    await reverse(manager, topUpId);
    const body = { amountCents: 320_00, tender: 'cash' };
    const next = (await cashier.post(`/api/v1/members/${memberId}/top-ups`, body, key())).body;
    expect(next).toMatchObject({ debtRepaidCents: 320_00, principalAfterCents: 0 });
    expect(await walletOf(memberId)).toMatchObject({
      principalDebtCents: 0,
      bonusDebtCents: 10_00,
    });
    await reverse(manager, next.topUpId, { approval: pin });
    expect(await walletOf(memberId)).toMatchObject({
      principalDebtCents: 300_00,
      bonusDebtCents: 30_00,
    });
  });

  it('takes the money out of the drawer of the till that acts', async () => {
    const { topUpId } = await fresh(200_00, { storeId: org.binjiangId });
    const { body } = await reverse(manager, topUpId);
    const entry = await db.one(
      'SELECT kind, drawer_store_id, document_kind, document_no, reason FROM ledger.entry WHERE id = $1',
      [body.entryId],
    );
    expect(entry).toEqual({
      kind: 'top_up_reversal',
      drawer_store_id: org.renminId,
      document_kind: 'top_up_reversal',
      document_no: body.receiptNo,
      reason: '录错金额',
    });
    const { store } = await db.one<{ store: number }>(
      `SELECT store_id AS store FROM ledger.posting WHERE entry_id = $1 AND house = 'tender:cash'`,
      [body.entryId],
    );
    expect(store).toBe(org.renminId);
  });

  it.each([
    ['a cashier', () => cashier, 'access.forbidden'],
    ['head office without a till', () => head, 'session.no_till'],
  ])('is refused to %s', async (_who, who, code) => {
    const { topUpId } = await fresh();
    expect((await reverse(who(), topUpId)).body.code).toBe(code);
  });

  it('needs a reason, and a top-up that is there', async () => {
    const { topUpId } = await fresh();
    expect((await reverse(manager, topUpId, { reason: '' })).body.code).toBe('request.invalid');
    expect((await reverse(manager, 999_999)).body.code).toBe('wallet.top_up_not_found');
  });

  describe('that raised the level', () => {
    const raising = async () => {
      const { memberId } = await aMember(db);
      await aTopUpRule(db, { payCents: 300_00, points: 5, grantsLevelId: org.levelIds.gold });
      const answer = await cashier.post(
        `/api/v1/members/${memberId}/top-ups`,
        { amountCents: 300_00, tender: 'cash' },
        key(),
      );
      expect(answer.body.levelId).toBe(org.levelIds.gold);
      return { memberId, topUpId: answer.body.topUpId as number };
    };
    const levelOf = async (memberId: number) =>
      (
        await db.one<{ level: number }>('SELECT level_id AS level FROM member WHERE id = $1', [
          memberId,
        ])
      ).level;

    it('takes it back', async () => {
      const { memberId, topUpId } = await raising();
      const { body } = await reverse(manager, topUpId);
      expect(body.levelId).toBe(org.levelIds.ordinary);
      expect(await levelOf(memberId)).toBe(org.levelIds.ordinary);
    });

    it('leaves it where something newer has set it', async () => {
      const { memberId, topUpId } = await raising();
      await manager.post(
        `/api/v1/members/${memberId}/level`,
        { levelId: org.levelIds.silver, fromLevelId: org.levelIds.gold, reason: '协商' },
        key(),
      );
      const changed = await levelOf(memberId);
      const { body } = await reverse(manager, topUpId);
      expect(body.levelId).toBeNull();
      expect(await levelOf(memberId)).toBe(changed);
    });

    it('raises only: who is higher stays there, and so does a pinned level', async () => {
      const { memberId } = await aMember(db, { levelId: org.levelIds.gold });
      await aTopUpRule(db, { payCents: 300_00, grantsLevelId: org.levelIds.silver, points: 1 });
      const pay = (id: number) =>
        cashier.post(
          `/api/v1/members/${id}/top-ups`,
          { amountCents: 300_00, tender: 'cash' },
          key(),
        );
      expect((await pay(memberId)).body.levelId).toBeNull();
      const pinned = await aMember(db);
      await db.query('UPDATE member SET level_pinned = true WHERE id = $1', [pinned.memberId]);
      expect((await pay(pinned.memberId)).body.levelId).toBeNull();
    });
  });
});
