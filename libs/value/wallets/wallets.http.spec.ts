import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { anActiveCard } from '../../membership/cards/cards.fixtures.js';
import { aMember } from '../../membership/members/members.fixtures.js';
import { aTopUpRule, registered, toppedUp } from './wallets.fixtures.js';

const clock = new FixedClock(new Date('2026-10-20T03:00:00Z'));
const { as, db, org } = await testApp({ clock });
const cashier = as('cashier');
const key = () => ({ key: randomUUID() });
afterEach(() => db.query('UPDATE top_up_rule SET active = false'));
beforeEach(() => clock.set('2026-10-20T03:00:00Z'));

describe('a rule that was made before rules had bounds', () => {
  it('gives no ten million for each cent: the total is checked before it is stored', async () => {
    const { memberId } = await aMember(db, { storeId: org.renminId });
    const ruleId = await aTopUpRule(db, {
      payCents: 1,
      bonusCents: 10_000_000_00,
      perMultiple: true,
    });
    const body = { amountCents: 10_000_00, tender: 'cash', ruleId, acceptLimit: true };
    const answer = await cashier.post(`/api/v1/members/${memberId}/top-ups`, body, key());
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'wallet.gift_too_large', params: { limitCents: 10_000_000_000 } },
    });
  });
});

describe('a top-up with everything it grants (golden G01)', () => {
  it('posts drawer, principal, bonus and points in one entry, each with its stores and lots', async () => {
    const { memberId, walletId } = await aMember(db, {
      levelId: org.levelIds.gold,
      storeId: org.headOfficeId,
    });
    const card = await anActiveCard(db, { memberId, storeId: org.binjiangId });
    await aTopUpRule(db, {
      payCents: 1000_00,
      bonusCents: 100_00,
      bonusValidDays: 365,
      points: 50,
      levelId: org.levelIds.gold,
      storeId: org.renminId,
    });
    await registered(db, memberId);
    const body = { amountCents: 1000_00, tender: 'cash', cardNo: card.cardNo };
    const answer = await cashier.post(`/api/v1/members/${memberId}/top-ups`, body, key());
    expect(answer).toMatchObject({
      status: 201,
      body: {
        receiptNo: 'RM-20261020-0001',
        principalCents: 1000_00,
        bonusCents: 100_00,
        points: 50,
        principalAfterCents: 1000_00,
        bonusAfterCents: 100_00,
        pointsAfter: 50,
        debtRepaidCents: 0,
      },
    });

    const entry = await db.one<{ id: number }>(
      'SELECT * FROM ledger.entry WHERE id = (SELECT entry_id FROM top_up WHERE id = $1)',
      [answer.body.topUpId],
    );
    expect(entry).toMatchObject({
      kind: 'top_up',
      business_date: '2026-10-20',
      home_store_id: org.headOfficeId,
      card_store_id: org.binjiangId,
      drawer_store_id: org.renminId,
      store_id: org.renminId,
      document_no: 'RM-20261020-0001',
    });
    const postings = await db.query(
      `SELECT coalesce(a.kind, p.house) AS account, a.owner_id AS owner, p.store_id AS store, p.unit, p.amount
         FROM ledger.posting p LEFT JOIN ledger.account a ON a.id = p.account_id WHERE p.entry_id = $1 ORDER BY 1`,
      [entry.id],
    );
    expect(postings).toEqual([
      { account: 'bonus', owner: walletId, store: null, unit: 'CNY', amount: -100_00 },
      { account: 'bonus_cost', owner: null, store: org.renminId, unit: 'CNY', amount: 100_00 },
      { account: 'points', owner: memberId, store: null, unit: 'PTS', amount: -50 },
      { account: 'points_issued', owner: null, store: org.renminId, unit: 'PTS', amount: 50 },
      { account: 'principal', owner: walletId, store: null, unit: 'CNY', amount: -1000_00 },
      { account: 'tender:cash', owner: null, store: org.renminId, unit: 'CNY', amount: 1000_00 },
    ]);

    const wallet = (await cashier.get(`/api/v1/members/${memberId}/wallet`)).body;
    const lot = { originOn: '2026-10-20', originStoreName: '人民路店', state: 'open' };
    expect(wallet).toMatchObject({
      principalCents: 1000_00,
      bonusCents: 100_00,
      spendableCents: 1100_00,
      points: 50,
      pointsExpiring: { on: '2027-12-31', points: 50 },
      lots: [
        { ...lot, kind: 'principal', tender: 'cash', expiresOn: null, remaining: 1000_00 },
        { ...lot, kind: 'bonus', expiresOn: '2027-10-20', remaining: 100_00 },
        { ...lot, kind: 'points', expiresOn: '2027-12-31', remaining: 50 },
      ],
    });
    const [message] = await db.query('SELECT topic, payload FROM outbox ORDER BY id DESC LIMIT 1');
    expect(message).toEqual({
      topic: 'wallet.topped_up',
      payload: { topUpId: answer.body.topUpId },
    });
  });
});

describe('bonus in instalments (golden G02)', () => {
  it('is spendable month by month, though no job has run', async () => {
    const { memberId } = await aMember(db);
    await registered(db, memberId);
    await aTopUpRule(db, { payCents: 1000_00, bonusCents: 100_00, bonusInstalments: 3 });
    clock.set('2026-01-31T03:00:00Z');
    const body = { amountCents: 1000_00, tender: 'wechat' };
    const path = `/api/v1/members/${memberId}/top-ups`;
    const answer = await cashier.post(path, body, key());
    expect(answer.body).toMatchObject({ bonusCents: 100_00, bonusAfterCents: 0 });
    const walletOn = async (date: string) => {
      clock.set(`${date}T03:00:00Z`);
      return (await as('cashier').get(`/api/v1/members/${memberId}/wallet`)).body;
    };
    expect(await walletOn('2026-02-27')).toMatchObject({
      bonusCents: 0,
      heldBonusCents: 100_00,
      nextRelease: { on: '2026-02-28', cents: 33_34 },
    });
    expect(await walletOn('2026-02-28')).toMatchObject({
      bonusCents: 33_34,
      heldBonusCents: 66_66,
    });
    expect(await walletOn('2026-03-31')).toMatchObject({ bonusCents: 66_67 });
    expect(await walletOn('2026-04-30')).toMatchObject({ bonusCents: 100_00, nextRelease: null });
  });
});

describe('rules at the till', () => {
  it('offers what is in force for the member here today, the best first', async () => {
    const { memberId } = await aMember(db);
    const small = await aTopUpRule(db, { payCents: 500_00, bonusCents: 30_00 });
    const large = await aTopUpRule(db, { payCents: 1000_00, bonusCents: 100_00 });
    await aTopUpRule(db, { payCents: 1000_00, bonusCents: 300_00, levelId: org.levelIds.gold });
    const ids = async (query: object) =>
      (
        await cashier.get('/api/v1/top-up-offers', { query: query as Record<string, string> })
      ).body.map((rule: { id: number }) => rule.id);
    expect(await ids({ memberId })).toEqual([large, small]);
    expect(await ids({ memberId, amountCents: 999_99 })).toEqual([small]);
    expect(await ids({ levelId: org.levelIds.gold })).toHaveLength(3);
  });

  it('takes no rule when asked, and refuses one that is not in force', async () => {
    const { memberId } = await aMember(db);
    const ruleId = await aTopUpRule(db, { payCents: 1000_00, bonusCents: 100_00 });
    const path = `/api/v1/members/${memberId}/top-ups`;
    const plain = { amountCents: 1000_00, tender: 'cash', ruleId: null };
    expect((await cashier.post(path, plain, key())).body).toMatchObject({ bonusCents: 0 });
    const tooLittle = { amountCents: 999_99, tender: 'cash', ruleId };
    expect(await cashier.post(path, tooLittle, key())).toMatchObject({
      status: 409,
      body: { code: 'wallet.rule_not_in_force' },
    });
  });
});

describe('refusals of a top-up', () => {
  it('a card that is lost, of somebody else, or unknown', async () => {
    const member = await aMember(db);
    const other = await aMember(db);
    const lost = await anActiveCard(db, { memberId: member.memberId, status: 'lost' });
    const closed = await anActiveCard(db, { memberId: member.memberId, status: 'closed' });
    const foreign = await anActiveCard(db, { memberId: other.memberId });
    const codeWith = async (cardNo: string) => {
      const body = { amountCents: 1, tender: 'cash', cardNo };
      return (await cashier.post(`/api/v1/members/${member.memberId}/top-ups`, body, key())).body
        .code;
    };
    expect(await codeWith(lost.cardNo)).toBe('card.lost');
    expect(await codeWith(closed.cardNo)).toBe('card.not_active');
    expect(await codeWith(foreign.cardNo)).toBe('card.of_other_member');
    expect(await codeWith('6800000199999999')).toBe('card.unknown_number');
  });

  it.each([
    [{ amountCents: 0, tender: 'cash' }, 'amountCents'],
    [{ amountCents: 10.5, tender: 'cash' }, 'amountCents'],
    [{ amountCents: '1e3', tender: 'cash' }, 'amountCents'],
    [{ amountCents: 100, tender: 'wallet' }, 'tender'],
    [{ amountCents: 100, tender: 'cash', bonusCents: 1 }, 'bonusCents'],
  ])('%j', async (body, field) => {
    const { memberId } = await aMember(db);
    const answer = await cashier.post(`/api/v1/members/${memberId}/top-ups`, body, key());
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });

  it('who may not, who sits at no till, an unknown member', async () => {
    const { memberId } = await aMember(db);
    const body = { amountCents: 100, tender: 'cash' };
    const path = `/api/v1/members/${memberId}/top-ups`;
    expect((await as('head').post(path, body, key())).body.code).toBe('session.no_till');
    expect((await cashier.post('/api/v1/members/9999/top-ups', body, key())).status).toBe(404);
    expect((await cashier.get('/api/v1/members/9999/wallet')).status).toBe(404);
  });
});

describe('the slip', () => {
  it('shows balances after, phone and card masked, to the stores that may see it', async () => {
    const { memberId, walletId } = await aMember(db, { name: '赵敏', phone: '19900008888' });
    const { cardNo } = await anActiveCard(db, { memberId });
    const body = { amountCents: 300_00, tender: 'alipay', cardNo, ruleId: null };
    const { topUpId, receiptNo } = (
      await cashier.post(`/api/v1/members/${memberId}/top-ups`, body, key())
    ).body;
    expect((await cashier.get(`/api/v1/top-ups/${topUpId}`)).body).toMatchObject({
      receiptNo,
      storeName: '人民路店',
      staffName: '小李',
      memberName: '赵敏',
      phoneMasked: '199****8888',
      cardNoMasked: `${cardNo.slice(0, 4)} **** **** ${cardNo.slice(-4)}`,
      tender: 'alipay',
      principalCents: 300_00,
      principalAfterCents: 300_00,
    });
    const elsewhere = await toppedUp(
      db,
      { memberId, walletId },
      { principalCents: 1, storeId: org.binjiangId },
    );
    expect((await cashier.get(`/api/v1/top-ups/${elsewhere.topUpId}`)).status).toBe(403);
    expect((await cashier.get('/api/v1/top-ups/99999')).body.code).toBe('wallet.top_up_not_found');
  });
});
