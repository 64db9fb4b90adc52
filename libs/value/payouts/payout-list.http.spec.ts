import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { aMember } from '../../membership/members/members.fixtures.js';
import { toppedUp } from '../wallets/wallets.fixtures.js';
import { withoutPayoutPin } from './savers.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const { as, db, org } = await testApp({ clock });
const cashier = as('cashier');
const manager = as('manager');
const key = () => ({ key: randomUUID() });
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
const withdraw = (memberId: number, body: object, options = key(), who = cashier) =>
  who.post(`/api/v1/members/${memberId}/withdrawals`, { tender: 'cash', ...body }, options);
const walletOf = async (memberId: number) =>
  (await cashier.get(`/api/v1/members/${memberId}/wallet`)).body;

describe('a reversal of what was keyed by mistake', () => {
  it('puts a withdrawal back into the drawer and the wallet, bonus included, once', async () => {
    const { memberId } = await aSaver(300_00, 60_00);
    const { payoutId } = (await withdraw(memberId, { amountCents: 150_00 })).body;
    const reverse = (who = manager) =>
      who.post(`/api/v1/payouts/${payoutId}/reversal`, { reason: '金额输错' }, key());
    expect((await reverse(cashier)).status).toBe(403);
    expect((await reverse()).status).toBe(201);
    expect(await walletOf(memberId)).toMatchObject({ principalCents: 300_00, bonusCents: 60_00 });
    expect((await reverse()).body.code).toBe('payout.already_reversed');
    expect((await cashier.get(`/api/v1/payouts/${payoutId}`)).body).toMatchObject({
      reversed: true,
      reversal: { staffName: '孙店长', reason: '金额输错' },
    });
  });

  it('takes a transfer from its receiver, as debt where it is spent', async () => {
    const giver = await aSaver(100_00);
    const receiver = await aMember(db);
    const { payoutId } = (
      await cashier.post(
        `/api/v1/members/${giver.memberId}/transfers`,
        { toMemberId: receiver.memberId, amountCents: 80_00 },
        key(),
      )
    ).body;
    await withdraw(receiver.memberId, { amountCents: 30_00 });
    expect(
      (await manager.post(`/api/v1/payouts/${payoutId}/reversal`, { reason: '转错人' }, key()))
        .status,
    ).toBe(201);
    expect(await walletOf(giver.memberId)).toMatchObject({ principalCents: 100_00 });
    expect(await walletOf(receiver.memberId)).toMatchObject({
      principalCents: 0,
      principalDebtCents: 30_00,
    });
  });
});

describe('the list of payouts', () => {
  it('shows the stores one works at, filters, and totals without what was reversed', async () => {
    const { memberId } = await aSaver(100_00, 20_00);
    await withdraw(memberId, { amountCents: 10_00 });
    const { payoutId } = (await withdraw(memberId, { amountCents: 20_00 })).body;
    await manager.post(`/api/v1/payouts/${payoutId}/reversal`, { reason: '输错' }, key());
    const found = (
      await cashier.get('/api/v1/payouts', {
        query: { memberId: String(memberId), kind: 'withdrawal' },
      })
    ).body;
    expect(found).toMatchObject({ total: 2, totals: { paidCents: 10_00, bonusVoidCents: 2_00 } });
    expect(found.rows[0]).toMatchObject({
      kind: 'withdrawal',
      reversed: true,
      storeName: '人民路店',
      staffName: '小李',
    });
    expect(
      (await cashier.get('/api/v1/payouts', { query: { storeId: String(org.binjiangId) } })).status,
    ).toBe(403);
    await db.query('UPDATE payout SET store_id = $1 WHERE id = $2', [org.binjiangId, payoutId]);
    expect((await cashier.get(`/api/v1/payouts/${payoutId}`)).body.code).toBe(
      'access.store_forbidden',
    );
    expect((await cashier.get('/api/v1/payouts/999999')).body.code).toBe('payout.not_found');
  });

  it('goes away as a file: these rows, these sums, these stores', async () => {
    const giver = await aSaver(100_00, 20_00);
    const receiver = await aMember(db);
    const memberId = String(giver.memberId);
    await withdraw(giver.memberId, { amountCents: 10_00, tender: 'bank_transfer' });
    const { payoutId } = (await withdraw(giver.memberId, { amountCents: 20_00 })).body;
    await manager.post(`/api/v1/payouts/${payoutId}/reversal`, { reason: '输错' }, key());
    const transfer = { toMemberId: receiver.memberId, amountCents: 5_00 };
    await cashier.post(`/api/v1/members/${memberId}/transfers`, transfer, key());
    const rows = (query: Record<string, string>, who = manager) =>
      who.get('/api/v1/reports/payout-list/rows', { query });
    const filters: Record<string, string>[] = [
      { memberId },
      { memberId: String(receiver.memberId) },
      { memberId, kind: 'withdrawal', from: '2026-11-22', to: '2026-11-22' },
      { memberId, to: '2026-11-21' },
      { q: giver.name, storeId: String(org.renminId) },
    ];
    for (const filter of filters) {
      const list = (await manager.get('/api/v1/payouts', { query: filter })).body;
      const file = (await rows(filter)).body;
      expect(file.rows).toEqual(list.rows.map((row: object) => expect.objectContaining(row)));
      expect(file).toMatchObject({ total: list.total, totals: list.totals });
    }
    const all = (await rows({ memberId })).body;
    expect(
      all.rows.map((row: Record<string, unknown>) => [row.kind, row.tender, row.reversed]),
    ).toEqual([
      ['transfer', null, false],
      ['withdrawal', 'cash', true],
      ['withdrawal', 'bank_transfer', false],
    ]);
    expect(all.totals).toMatchObject({ principalCents: 15_00, paidCents: 10_00 });
    const elsewhere = { storeId: String(org.binjiangId) };
    expect((await rows(elsewhere, cashier)).body.code).toBe('access.store_forbidden');
    await db.query('UPDATE payout SET store_id = $1 WHERE id = $2', [org.binjiangId, payoutId]);
    expect((await rows({ memberId }, cashier)).body.total).toBe(2);
    expect((await rows({ memberId, ...elsewhere }, as('head'))).body.total).toBe(1);
  });

  it('is searched by number, name, last four and whole phone, never by the beginning of one', async () => {
    const { memberId, name, phone } = await aSaver(100_00);
    const { receiptNo } = (await withdraw(memberId, { amountCents: 10_00 })).body;
    const found = async (q: string) => {
      const { rows } = (await cashier.get('/api/v1/payouts', { query: { q, pageSize: '200' } }))
        .body;
      return rows.some((row: { memberId: number }) => row.memberId === memberId);
    };
    const lastFour = phone?.slice(-4) ?? '';
    for (const q of [receiptNo, receiptNo.toLowerCase().slice(3), name, lastFour, `+86 ${phone}`])
      expect([q, await found(q)]).toEqual([q, true]);
    for (const q of ['19', '19900', `${phone?.slice(0, 10)}`, `138 9999 ${lastFour}`, '%', '_'])
      expect([q, await found(q)]).toEqual([q, false]);
  });

  it('stands in the activity of both members of a transfer, and once more where it was undone', async () => {
    const giver = await aSaver(100_00, 10_00);
    const receiver = await aMember(db);
    const { payoutId } = (
      await cashier.post(
        `/api/v1/members/${giver.memberId}/transfers`,
        { toMemberId: receiver.memberId, amountCents: 50_00 },
        key(),
      )
    ).body;
    await manager.post(`/api/v1/payouts/${payoutId}/reversal`, { reason: '转错人' }, key());
    const lines = async (memberId: number) =>
      (await cashier.get(`/api/v1/members/${memberId}/activity`)).body
        .filter((row: { payoutId: number | null }) => row.payoutId === payoutId)
        .map(({ kind, principalCents, bonusCents }: Record<string, unknown>) => [
          kind,
          principalCents,
          bonusCents,
        ])
        .sort();
    expect(await lines(giver.memberId)).toEqual([
      ['payout_reversal', 50_00, 5_00],
      ['transfer_out', -50_00, -5_00],
    ]);
    expect(await lines(receiver.memberId)).toEqual([
      ['payout_reversal', -50_00, 0],
      ['transfer_in', 50_00, 0],
    ]);
  });

  it('counts prints', async () => {
    const { memberId } = await aSaver(100_00);
    const { payoutId } = (await withdraw(memberId, { amountCents: 10_00 })).body;
    const print = async () =>
      (await cashier.post(`/api/v1/payouts/${payoutId}/prints`)).body.printCount;
    expect([await print(), await print()]).toEqual([1, 2]);
  });
});
