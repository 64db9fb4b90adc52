import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { anActiveCard } from '../../../membership/cards/cards.fixtures.js';
import { aMember, FIXTURE_PIN } from '../../../membership/members/members.fixtures.js';
import { withoutPayoutPin } from '../../../value/payouts/savers.fixtures.js';
import { toppedUp } from '../../../value/wallets/wallets.fixtures.js';
import { shelved } from '../sales.fixtures.js';

// The amount above which a PIN is asked for is one of a wallet and a business day, not of one act: 200.00 unless set.
const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { db, org, as } = await testApp({ clock });
/** Signed in anew where the day has gone on. */
let desk = as('cashier');
function goTo(moment: string): void {
  clock.set(moment);
  desk = as('cashier');
}
const key = () => ({ key: randomUUID() });
const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
beforeAll(() => withoutPayoutPin(db));
beforeEach(() => goTo('2026-11-22T04:00:00Z'));

async function aSaver(pin: string | undefined = FIXTURE_PIN) {
  const member = await aMember(db, { pin });
  await toppedUp(db, member, { principalCents: 2_000_00, storeId: org.renminId });
  const { cardNo } = await anActiveCard(db, { ...member, storeId: org.renminId });
  return { ...member, cardNo };
}
async function sells(cents: number, body: object) {
  const { id } = await db.write((tx) => shelved(tx, at, { kind: 'service', priceCents: cents }));
  const sale = {
    lines: [{ productId: id, qtyMilli: 1_000, unitPriceCents: cents }],
    dueCents: cents,
    tenders: [{ tender: 'wallet', amountCents: cents }],
    ...body,
  };
  return () => desk.post('/api/v1/sales', sale, key());
}
const buys = async (memberId: number, cents: number, more: object = {}) =>
  (await sells(cents, { memberId, ...more }))();
const withdraws = (memberId: number, amountCents: number, more: object = {}) =>
  desk.post(
    `/api/v1/members/${memberId}/withdrawals`,
    { amountCents, tender: 'cash', ...more },
    key(),
  );
const seen = async (memberId: number) => (await desk.get(`/api/v1/members/${memberId}`)).body;
const withoutPin = async (memberId: number) => (await seen(memberId)).withoutPinTodayCents;

describe('many small payments', () => {
  it('ask for the PIN as one large one does, and the counter knows it before', async () => {
    const { memberId } = await aSaver();
    for (const cents of [80_00, 70_00, 50_00])
      expect((await buys(memberId, cents)).status).toBe(201);
    expect(await withoutPin(memberId)).toBe(200_00);
    expect((await buys(memberId, 1)).body.code).toBe('member.pin_required');
    expect((await buys(memberId, 1, { pin: '975310' })).body.code).toBe('member.wrong_pin');
    expect((await buys(memberId, 1, { pin: FIXTURE_PIN })).status).toBe(201);
    expect((await buys((await aSaver()).memberId, 200_00)).status).toBe(201);
  });

  it('that a PIN was shown for count no more', async () => {
    const { memberId } = await aSaver();
    expect((await buys(memberId, 300_00, { pin: FIXTURE_PIN })).status).toBe(201);
    expect((await buys(memberId, 150_00)).status).toBe(201);
    expect((await buys(memberId, 100_00, { pin: FIXTURE_PIN })).status).toBe(201);
    expect(await withoutPin(memberId)).toBe(150_00);
    expect((await buys(memberId, 50_00)).status).toBe(201);
    expect((await buys(memberId, 1)).body.code).toBe('member.pin_required');
  });

  it('that were voided are given back', async () => {
    const { memberId } = await aSaver();
    const { saleId } = (await buys(memberId, 200_00)).body;
    expect((await buys(memberId, 1)).body.code).toBe('member.pin_required');
    const path = `/api/v1/sales/${saleId}/void`;
    expect((await as('manager').post(path, { reason: '误' }, key())).status).toBeLessThan(300);
    expect(await withoutPin(memberId)).toBe(0);
    expect((await buys(memberId, 200_00)).status).toBe(201);
  });

  it('begin anew with the business day of the store', async () => {
    const { memberId } = await aSaver();
    expect((await buys(memberId, 200_00)).status).toBe(201);
    goTo('2026-11-22T20:59:59Z');
    expect((await buys(memberId, 1)).body.code).toBe('member.pin_required');
    goTo('2026-11-22T21:00:00Z');
    expect((await buys(memberId, 200_00)).status).toBe(201);
    expect((await buys(memberId, 1)).body.code).toBe('member.pin_required');
  });

  it('end where there is no PIN to ask for', async () => {
    const { memberId } = await aSaver('');
    expect((await buys(memberId, 200_00)).status).toBe(201);
    expect((await buys(memberId, 1)).body.code).toBe('member.pin_not_set');
  });

  it('count only what the wallet paid', async () => {
    const { memberId } = await aSaver();
    const tenders = [
      { tender: 'wallet', amountCents: 50_00 },
      { tender: 'cash', amountCents: 250_00, givenCents: 250_00 },
    ];
    expect((await buys(memberId, 300_00, { tenders })).status).toBe(201);
    expect(await withoutPin(memberId)).toBe(50_00);
  });

  it('are answered again under their key, whatever the day has come to', async () => {
    const { memberId } = await aSaver();
    const { id } = await db.write((tx) => shelved(tx, at, { kind: 'service', priceCents: 200_00 }));
    const sale = {
      memberId,
      lines: [{ productId: id, qtyMilli: 1_000, unitPriceCents: 200_00 }],
      dueCents: 200_00,
      tenders: [{ tender: 'wallet', amountCents: 200_00 }],
    };
    const once = key();
    const first = await desk.post('/api/v1/sales', sale, once);
    const again = await desk.post('/api/v1/sales', sale, once);
    expect([first.status, again.body.saleId]).toEqual([201, first.body.saleId]);
    expect(await withoutPin(memberId)).toBe(200_00);
  });
});

describe('money out of a wallet, where the chain asks only above the amount', () => {
  it('counts with the sales, and is given back by its reversal', async () => {
    const { memberId } = await aSaver();
    expect((await buys(memberId, 120_00)).status).toBe(201);
    const { payoutId } = (await withdraws(memberId, 80_00)).body;
    expect(await withoutPin(memberId)).toBe(200_00);
    expect((await buys(memberId, 1)).body.code).toBe('member.pin_required');
    expect((await withdraws(memberId, 1)).body.code).toBe('member.pin_required');
    const preview = `/api/v1/members/${memberId}/withdrawals/preview?amountCents=1`;
    expect((await desk.get(preview)).body.needsPin).toBe(true);
    expect((await withdraws(memberId, 1, { pin: FIXTURE_PIN })).status).toBe(201);
    const path = `/api/v1/payouts/${payoutId}/reversal`;
    expect((await as('manager').post(path, { reason: '误' }, key())).status).toBeLessThan(300);
    expect(await withoutPin(memberId)).toBe(120_00);
    expect((await desk.get(preview)).body.needsPin).toBe(false);
    expect((await buys(memberId, 80_00)).status).toBe(201);
  });

  it('tells before a refund what the day has come to', async () => {
    const { memberId } = await aSaver();
    expect((await buys(memberId, 120_00)).status).toBe(201);
    const { body } = await desk.get(`/api/v1/members/${memberId}/wallet-refunds/preview`);
    expect(body).toMatchObject({ pinLimitCents: 200_00, withoutPinTodayCents: 120_00 });
  });
});

describe('a family card', () => {
  it('and its owner share the day of the wallet that pays', async () => {
    const [owner, holder] = [await aSaver(), await aSaver('')];
    await db.query('UPDATE card SET wallet_id = $2, day_limit_cents = 50000 WHERE card_no = $1', [
      holder.cardNo,
      owner.walletId,
    ]);
    const { cardNo } = holder;
    expect((await (await sells(120_00, { cardNo }))()).status).toBe(201);
    expect((await buys(owner.memberId, 80_00)).status).toBe(201);
    expect((await buys(owner.memberId, 1)).body.code).toBe('member.pin_required');
    expect((await (await sells(1, { cardNo }))()).body.code).toBe('member.pin_required');
    expect((await (await sells(1, { cardNo, pin: FIXTURE_PIN }))()).status).toBe(201);
    expect(await withoutPin(owner.memberId)).toBe(200_00);
    const { cards, withoutPinTodayCents } = await seen(holder.memberId);
    expect(withoutPinTodayCents).toBe(0);
    expect(cards[0].payer.withoutPinTodayCents).toBe(200_00);
    // The holder's own wallet has its own day.
    expect((await buys(holder.memberId, 200_00)).status).toBe(201);
  });
});
