import { randomUUID } from 'node:crypto';
import { bonusOf, House, Ledger, principalOf } from '#ledger';
import { Settings } from '#chain/settings';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { aMember } from '../../membership/members/members.fixtures.js';
import { aTopUpRule, registered, toppedUp } from './wallets.fixtures.js';

const { app, as, db, org } = await testApp({
  clock: new FixedClock(new Date('2026-10-20T03:00:00Z')),
});
const cashier = as('cashier');
const head = as('head');
const key = () => ({ key: randomUUID() });
const pay = (memberId: number, amountCents: number, more: object = {}) =>
  cashier.post(
    `/api/v1/members/${memberId}/top-ups`,
    { amountCents, tender: 'cash', ...more },
    key(),
  );
const set = async (name: string, value: string) => {
  await db.query('DELETE FROM setting WHERE key = $1', [name]);
  await db.query('INSERT INTO setting (key, version, value) VALUES ($1, 1, $2)', [
    name,
    JSON.stringify(value),
  ]);
  app.get(Settings).forget();
};

beforeAll(async () => {
  await aTopUpRule(db, { payCents: 1000_00, bonusCents: 100_00 });
  await aTopUpRule(db, { payCents: 800_00, bonusCents: 80_00 });
});
afterEach(async () => {
  await db.query(`DELETE FROM setting WHERE key LIKE 'limit.%'`);
  app.get(Settings).forget();
});

/** 3,800.00 + 200.00 spendable + 50.00 to come. */
async function full() {
  const member = await aMember(db);
  await registered(db, member.memberId);
  await toppedUp(db, member, {
    principalCents: 3_800_00,
    bonusLots: [
      { amountCents: 200_00, releasesOn: null, expiresOn: null },
      { amountCents: 50_00, releasesOn: '2099-01-01', expiresOn: null },
    ],
  });
  return member.memberId;
}

describe('limits of a prepaid card (golden G29)', () => {
  it('lets 800.00 + 80.00 onto 4,050.00 of a registered member', async () => {
    await set('limit.registered', 'stop');
    expect((await pay(await full(), 800_00)).status).toBe(201);
  });

  it('stops 1,000.00 + 100.00 there: room left 950.00', async () => {
    await set('limit.registered', 'stop');
    const memberId = await full();
    const refused = {
      status: 409,
      body: {
        code: 'wallet.limit_exceeded',
        params: { limitCents: 5_000_00, roomLeftCents: 950_00, registered: true },
      },
    };
    expect(await pay(memberId, 1000_00)).toMatchObject(refused);
    // A stop is no question: saying yes changes nothing.
    expect(await pay(memberId, 1000_00, { acceptLimit: true })).toMatchObject(refused);
    expect((await cashier.get(`/api/v1/members/${memberId}/wallet`)).body.principalCents).toBe(
      3_800_00,
    );
  });

  it('stops 1,000.00 + 100.00 for a nickname and a phone, and says that nobody is registered', async () => {
    await set('limit.unregistered', 'stop');
    const { memberId } = await aMember(db);
    expect(await pay(memberId, 1000_00)).toMatchObject({
      body: {
        code: 'wallet.limit_exceeded',
        params: { limitCents: 1000_00, roomLeftCents: 1000_00, registered: false },
      },
    });
    expect((await pay(memberId, 1000_00, { ruleId: null })).status).toBe(201);
    await registered(db, memberId);
    expect((await pay(memberId, 1000_00)).status).toBe(201);
  });

  it('warns by default, goes on when the warning was read, and writes that down', async () => {
    const { memberId } = await aMember(db);
    const warned = await pay(memberId, 1000_00);
    expect(warned).toMatchObject({
      status: 409,
      body: {
        code: 'wallet.limit_warning',
        params: {
          memberId,
          roomLeftCents: 1000_00,
          faceBeforeCents: 0,
          addedCents: 1100_00,
          addedBonusCents: 100_00,
        },
      },
    });
    expect((await pay(memberId, 1000_00, { acceptLimit: true })).status).toBe(201);
    const rows = (await head.get('/api/v1/audit', { query: { action: 'wallet.accept_limit' } }))
      .body.rows;
    expect(rows[0]).toMatchObject({
      subjectId: String(memberId),
      after: { limitCents: 1000_00, faceValueCents: 1100_00, registered: false },
    });
  });

  it('says nothing where it is switched off', async () => {
    await set('limit.unregistered', 'off');
    expect((await pay((await aMember(db)).memberId, 9000_00)).status).toBe(201);
  });

  it('does not count what repays debt', async () => {
    await set('limit.unregistered', 'stop');
    const member = await aMember(db);
    const topUp = { principalCents: 400_00, storeId: org.renminId, businessDate: '2026-10-20' };
    const wrong = await toppedUp(db, member, topUp);
    const accounts = [principalOf(member.walletId), bonusOf(member.walletId)];
    const facts = { businessDate: '2026-10-20', at: new Date(), storeId: org.renminId, staffId: 1 };
    await db.write((tx) =>
      new Ledger().act(tx, { ...facts, kind: 'spend', accounts }, (books) =>
        books.spendWallet(member.walletId, 400_00, 'proportional', House.sales(org.renminId)),
      ),
    );
    const manager = as('manager');
    const taken = await manager.post(
      `/api/v1/top-ups/${wrong.topUpId}/reversal`,
      { reason: '录错' },
      key(),
    );
    expect(taken.body.principalDebtCents).toBe(400_00);
    expect((await pay(member.memberId, 1400_00, { ruleId: null })).body).toMatchObject({
      principalAfterCents: 1000_00,
    });
  });

  it('counts at joining too', async () => {
    const join = (acceptLimit: boolean) =>
      cashier.post(
        '/api/v1/members',
        { nickname: '小满', topUp: { amountCents: 1500_00, tender: 'cash', acceptLimit } },
        key(),
      );
    expect((await join(false)).body.code).toBe('wallet.limit_warning');
    expect((await join(true)).status).toBe(201);
  });

  describe('a company', () => {
    const company = async () => {
      const { memberId } = await aMember(db);
      await db.query(`UPDATE member SET kind = 'company' WHERE id = $1`, [memberId]);
      await registered(db, memberId);
      return memberId;
    };

    it('pays 6,000.00 by bank transfer and not in cash', async () => {
      await set('limit.company_transfer', 'stop');
      await set('limit.registered', 'off');
      const memberId = await company();
      expect((await pay(memberId, 6_000_00)).body).toMatchObject({
        code: 'wallet.transfer_required',
        params: { fromCents: 5_000_00 },
      });
      const transferred = await pay(memberId, 6_000_00, { tender: 'bank_transfer' });
      expect(transferred.status).toBe(201);
      expect((await cashier.get(`/api/v1/top-ups/${transferred.body.topUpId}`)).body.tender).toBe(
        'bank_transfer',
      );
    });

    it('is advised by default', async () => {
      await set('limit.registered', 'off');
      const memberId = await company();
      expect((await pay(memberId, 5_000_00)).body.code).toBe('wallet.transfer_advised');
      expect((await pay(memberId, 5_000_00, { acceptLimit: true })).status).toBe(201);
    });
  });
});
