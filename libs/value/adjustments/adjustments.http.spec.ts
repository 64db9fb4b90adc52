import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aMember } from '../../membership/members/members.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const { as, db, org } = await testApp({ clock });
const [cashier, manager, head] = [as('cashier'), as('manager'), as('head')];
const key = () => ({ key: randomUUID() });
const approval = { login: 'head', pin: STAFF_PIN };
const path = (memberId: number, what = 'wallet') =>
  `/api/v1/members/${memberId}/${what}-adjustments`;
const adjust = (memberId: number, body: object, who = manager, options = key()) =>
  who.post(path(memberId), { reason: '开业活动补送', approval, ...body }, options);
const none = [null, null];
const walletOf = async (memberId: number) =>
  (await manager.get(`/api/v1/members/${memberId}/wallet`)).body;

describe('an adjustment by hand', () => {
  it('gives and takes principal, bonus and points, each with its paper', async () => {
    const { memberId } = await aMember(db);
    const given = await adjust(memberId, { kind: 'principal', amountCents: 50_00 });
    expect(given).toMatchObject({
      status: 201,
      body: { amount: 50_00, repaid: 0, balanceAfter: 50_00 },
    });
    await adjust(memberId, { kind: 'bonus', amountCents: 20_00, expiresOn: '2027-01-01' });
    await manager.post(path(memberId, 'points'), { points: 30, reason: '补积分', approval }, key());
    const taken = await manager.post(
      path(memberId, 'points'),
      { points: -10, reason: '多积了', approval },
      key(),
    );
    expect(taken.body).toMatchObject({ amount: -10, balanceAfter: 20 });
    expect(await walletOf(memberId)).toMatchObject({
      principalCents: 50_00,
      bonusCents: 20_00,
      points: 20,
    });
    const found = (
      await manager.get('/api/v1/adjustments', { query: { memberId: String(memberId) } })
    ).body;
    expect(found).toMatchObject({
      total: 4,
      totals: {
        principalGivenCents: 50_00,
        bonusGivenCents: 20_00,
        pointsGiven: 30,
        pointsTaken: 10,
      },
    });
    expect(
      (await manager.get(`/api/v1/adjustments/${given.body.adjustmentId}`)).body,
    ).toMatchObject({
      kind: 'principal',
      amount: 50_00,
      reason: '开业活动补送',
      staffName: '孙店长',
      approvedByName: '钱总',
    });
  });

  it('goes away as a file with a column for each unit', async () => {
    const { memberId } = await aMember(db);
    await adjust(memberId, { kind: 'principal', amountCents: 50_00 });
    await adjust(memberId, { kind: 'principal', amountCents: -8_00 });
    await adjust(memberId, { kind: 'bonus', amountCents: 20_00, expiresOn: '2027-01-01' });
    await manager.post(path(memberId, 'points'), { points: 30, reason: '补积分', approval }, key());
    const rows = async (query: object, who = manager) =>
      (
        await who.get('/api/v1/reports/adjustment-list/rows', {
          query: { memberId: String(memberId), ...query },
        })
      ).body;
    const file = await rows({ from: '2026-11-22', storeId: String(org.renminId) });
    const list = (
      await manager.get('/api/v1/adjustments', { query: { memberId: String(memberId) } })
    ).body;
    expect(file.rows).toEqual(list.rows.map((row: object) => expect.objectContaining(row)));
    expect(
      file.rows.map((row: Record<string, number | null>) => [
        [row.principalCents, row.principalAfterCents],
        [row.bonusCents, row.bonusAfterCents],
        [row.points, row.pointsAfter],
      ]),
    ).toEqual([
      [none, none, [30, 30]],
      [none, [20_00, 20_00], none],
      [[-8_00, 42_00], none, none],
      [[50_00, 50_00], none, none],
    ]);
    expect(file.totals).toEqual({ principalCents: 42_00, bonusCents: 20_00, points: 30 });
    expect(await rows({ kind: 'points' })).toMatchObject({ total: 1, totals: { points: 30 } });
    expect((await rows({ storeId: String(org.binjiangId) }, cashier)).code).toBe(
      'access.store_forbidden',
    );
    await db.query('UPDATE adjustment SET store_id = $1 WHERE member_id = $2', [
      org.binjiangId,
      memberId,
    ]);
    expect((await rows({}, cashier)).total).toBe(0);
  });

  it('never takes more than is there', async () => {
    const { memberId } = await aMember(db);
    await adjust(memberId, { kind: 'principal', amountCents: 10_00 });
    expect((await adjust(memberId, { kind: 'principal', amountCents: -10_01 })).body.code).toBe(
      'ledger.insufficient',
    );
    expect((await adjust(memberId, { kind: 'bonus', amountCents: -1 })).body.code).toBe(
      'ledger.insufficient',
    );
    const points = await manager.post(
      path(memberId, 'points'),
      { points: -1, reason: '多积了', approval },
      key(),
    );
    expect(points.body.code).toBe('ledger.insufficient_points');
    expect(await walletOf(memberId)).toMatchObject({ principalCents: 10_00 });
  });

  it('needs the right, a reason, and another person', async () => {
    const { memberId } = await aMember(db);
    expect((await adjust(memberId, { kind: 'principal', amountCents: 1 }, cashier)).status).toBe(
      403,
    );
    expect(
      (await cashier.post(path(memberId, 'points'), { points: 1, reason: '补' }, key())).status,
    ).toBe(403);
    expect(
      (await adjust(memberId, { kind: 'principal', amountCents: 1, reason: ' ' })).body.code,
    ).toBe('request.invalid');
    expect((await adjust(memberId, { kind: 'principal', amountCents: 0 })).body.code).toBe(
      'request.invalid',
    );
    expect(
      (await adjust(memberId, { kind: 'principal', amountCents: 1, approval: null })).body.code,
    ).toBe('approval.required');
    const own = await adjust(memberId, {
      kind: 'principal',
      amountCents: 1,
      approval: { login: 'manager', pin: STAFF_PIN },
    });
    expect(own.body.code).toBe('approval.own_act');
  });

  it('is answered once for one key', async () => {
    const { memberId } = await aMember(db);
    const again = key();
    const first = await adjust(memberId, { kind: 'bonus', amountCents: 5_00 }, manager, again);
    const second = await adjust(memberId, { kind: 'bonus', amountCents: 5_00 }, manager, again);
    expect(second.body).toEqual(first.body);
    expect(await walletOf(memberId)).toMatchObject({ bonusCents: 5_00 });
  });

  it('is made in the office too, for the member’s own store', async () => {
    const { memberId } = await aMember(db, { storeId: org.binjiangId });
    const byHead = await head.post(
      path(memberId),
      {
        kind: 'principal',
        amountCents: 9_00,
        reason: '总部补',
        approval: { login: 'manager', pin: STAFF_PIN },
      },
      key(),
    );
    expect(byHead.body.receiptNo).toMatch(/^BJ-20261122-/);
    const [row] = (
      await head.get('/api/v1/adjustments', { query: { storeId: String(org.binjiangId) } })
    ).body.rows;
    expect(row).toMatchObject({ memberId, storeName: '滨江店' });
    expect((await cashier.get(`/api/v1/adjustments/${row.id}`)).body.code).toBe(
      'access.store_forbidden',
    );
  });
});
