import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aMember } from '../../membership/members/members.fixtures.js';
import { toppedUp } from './wallets.fixtures.js';

const clock = new FixedClock(new Date('2026-10-20T03:00:00Z'));
const { as, db, org } = await testApp({ clock });
const [cashier, manager, head] = [as('cashier'), as('manager'), as('head')];
const key = () => ({ key: randomUUID() });
const pin = { login: 'head', pin: STAFF_PIN };
const reverse = (who: typeof manager, id: number, body: object = {}, options = key()) =>
  who.post(`/api/v1/top-ups/${id}/reversal`, { reason: '录错金额', ...body }, options);
const walletOf = async (memberId: number) =>
  (await cashier.get(`/api/v1/members/${memberId}/wallet`)).body;

beforeEach(() => clock.set('2026-10-20T03:00:00Z'));

describe('taking back a top-up of 500.00 and more', () => {
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

  it('asks for a second person and says for what', async () => {
    const { topUpId, memberId } = await fresh(500_00);
    const answer = await reverse(manager, topUpId);
    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'approval.required',
        params: {
          kind: 'wallet.reverse_top_up',
          subjectKind: 'member',
          subjectId: memberId,
          storeId: org.renminId,
          amountCents: 500_00,
          limitCents: 500_00,
        },
      },
    });
  });

  it.each([
    ['oneself', { login: 'manager', pin: STAFF_PIN }, 'approval.own_act'],
    ['a wrong PIN', { login: 'head', pin: '135798' }, 'approval.wrong_pin'],
    ['somebody without a PIN', { login: 'cashier', pin: STAFF_PIN }, 'approval.wrong_pin'],
    ['nobody', { login: 'nobody', pin: STAFF_PIN }, 'approval.wrong_pin'],
  ])('is not approved by %s', async (_who, approval, code) => {
    const { topUpId, memberId } = await fresh(500_00);
    expect((await reverse(manager, topUpId, { approval })).body.code).toBe(code);
    expect((await walletOf(memberId)).principalCents).toBe(500_00);
  });

  it('is done on a request that was approved, and the approval is used up', async () => {
    const { topUpId, memberId } = await fresh(800_00);
    const { params } = (await reverse(manager, topUpId)).body;
    const { limitCents: _, ...question } = params;
    const { requestId } = (await manager.post('/api/v1/approvals', question, key())).body;
    const withIt = { approval: { requestId } };
    expect((await reverse(manager, topUpId, withIt)).body).toMatchObject({
      code: 'approval.not_approved',
      params: { status: 'pending' },
    });
    await head.post(`/api/v1/approvals/${requestId}/decision`, { decision: 'approve' }, key());
    expect((await reverse(manager, topUpId, { ...withIt, reason: '别的' })).body.code).toBe(
      'approval.other_request',
    );
    const done = await reverse(manager, topUpId, withIt);
    expect(done.status).toBe(201);
    expect((await manager.get(`/api/v1/approvals/${requestId}`)).body.status).toBe('used');
    const record = await db.one(
      'SELECT approved_by, done_by, entry_id, document_kind FROM approval WHERE request_id = $1',
      [requestId],
    );
    expect(record).toEqual({
      approved_by: org.staffIds.head,
      done_by: org.staffIds.manager,
      entry_id: done.body.entryId,
      document_kind: 'top_up_reversal',
    });
    const second = await toppedUp(
      db,
      { memberId, walletId: (await walletOf(memberId)).walletId },
      { principalCents: 800_00, storeId: org.renminId, businessDate: '2026-10-20' },
    );
    expect((await reverse(manager, second.topUpId, withIt)).body).toMatchObject({
      code: 'approval.not_approved',
      params: { status: 'used' },
    });
  });

  it('is not done on an approval of another amount, or one that expired', async () => {
    const [small, large] = [await fresh(600_00), await fresh(900_00)];
    const { limitCents: _, ...question } = (await reverse(manager, small.topUpId)).body.params;
    const { requestId } = (await manager.post('/api/v1/approvals', question, key())).body;
    await head.post(`/api/v1/approvals/${requestId}/decision`, { decision: 'approve' }, key());
    const withIt = { approval: { requestId } };
    expect((await reverse(manager, large.topUpId, withIt)).body.code).toBe(
      'approval.other_request',
    );
    clock.set('2026-10-20T03:20:00Z');
    await manager.get('/api/v1/session');
    await manager.get('/api/v1/approvals/waiting');
    clock.set('2026-10-20T03:31:00Z');
    expect((await reverse(manager, small.topUpId, withIt)).body).toMatchObject({
      code: 'approval.not_approved',
      params: { status: 'expired' },
    });
  });

  it('hears who guesses a PIN no more, locks it, and tells nobody but its owner', async () => {
    clock.set('2026-10-20T03:00:00Z');
    const { topUpId } = await fresh(500_00);
    await db.query('DELETE FROM approval_attempt');
    await db.query('UPDATE staff_pin SET failures = 0, last_failed_at = NULL, locked_at = NULL');
    const guess = async () =>
      (await reverse(manager, topUpId, { approval: { login: 'head', pin: '000001' } })).body;
    for (let tries = 1; tries <= 5; tries += 1)
      expect((await guess()).code).toBe('approval.wrong_pin');
    expect((await guess()).code).toBe('approval.too_many_attempts');
    // The right one is no longer looked at either, once the asker may be heard again.
    clock.set('2026-10-20T03:03:00Z');
    expect((await reverse(manager, topUpId, { approval: pin })).body.code).toBe(
      'approval.wrong_pin',
    );
    expect((await head.get('/api/v1/session/pin')).body).toMatchObject({
      failures: 5,
      lockedUntil: '2026-10-20T03:15:00.000Z',
    });
    const told = (await head.get('/api/v1/audit', { query: { action: 'staff.pin_locked' } })).body
      .rows;
    expect(told).toHaveLength(1);
    clock.set('2026-10-20T03:15:46Z');
    expect((await reverse(manager, topUpId, { approval: pin })).status).toBe(201);
  });
});
