import { randomUUID } from 'node:crypto';
import { STAFF_PIN, type TestAnswer, testApp } from '#workshop/testing';
import { anActiveCard } from '../../membership/cards/cards.fixtures.js';
import { aMember, FIXTURE_PIN } from '../../membership/members/members.fixtures.js';
import { toppedUp } from '../wallets/wallets.fixtures.js';

const { as, db, org } = await testApp();
const cashier = as('cashier');
const key = () => ({ key: randomUUID() });
const approval = { login: 'manager', pin: STAFF_PIN };
const identity = { by: 'document', document: 'id_card', last4: '281x' };
const settled = { tender: 'cash', giftPoints: 'leave', points: 'keep', basis: 'principal' };
beforeAll(() => cashier.get('/api/v1/session'));

async function aSaver(pin?: string) {
  const member = await aMember(db, { pin });
  await toppedUp(db, member, { principalCents: 100_00, storeId: org.renminId });
  const { cardNo } = await anActiveCard(db, member);
  return { ...member, cardNo };
}
type Saver = Awaited<ReturnType<typeof aSaver>>;
type Out = (saver: Saver, more: object) => Promise<TestAnswer>;

/** Every way of money out of a wallet, of an amount far below all limits. */
const OUT: Record<string, Out> = {
  'a withdrawal': ({ memberId }, more) =>
    cashier.post(
      `/api/v1/members/${memberId}/withdrawals`,
      { amountCents: 1_00, tender: 'cash', ...more },
      key(),
    ),
  'a transfer': async ({ memberId }, more) => {
    const { memberId: toMemberId } = await aMember(db);
    const body = { toMemberId, amountCents: 1_00, ...more };
    return cashier.post(`/api/v1/members/${memberId}/transfers`, body, key());
  },
  'a refund': ({ memberId }, more) =>
    cashier.post(
      `/api/v1/members/${memberId}/wallet-refunds`,
      { ...settled, amountCents: 100_00, ...more },
      key(),
    ),
  'the closing of a card': ({ cardNo }, more) =>
    cashier.post(
      `/api/v1/cards/${cardNo}/closing`,
      { tender: 'cash', settlement: { ...settled, amountCents: 100_00 }, ...more },
      key(),
    ),
};

describe.each(Object.entries(OUT))('%s', (_name, out) => {
  it('asks for the owner’s PIN at every amount', async () => {
    const saver = await aSaver(FIXTURE_PIN);
    expect((await out(saver, { approval })).body.code).toBe('member.pin_required');
    expect((await out(saver, { approval, pin: '975310' })).body.code).toBe('member.wrong_pin');
    // A document does not stand for a PIN that there is.
    expect((await out(saver, { approval, identity })).body.code).toBe('member.pin_required');
    expect((await out(saver, { approval, pin: FIXTURE_PIN })).status).toBe(201);
  });

  it('asks of who has none for a document and a second person', async () => {
    const saver = await aSaver();
    expect((await out(saver, { approval })).body.code).toBe('member.identity_missing');
    expect((await out(saver, { identity })).body).toMatchObject({
      code: 'approval.required',
      params: { facts: { document: 'id_card' } },
    });
    expect((await out(saver, { identity, approval })).status).toBe(201);
    const [said] = await db.query<{ after: object }>(
      `SELECT after FROM audit_record WHERE subject_kind = 'member' AND subject_id = $1 AND action IN ('wallet.withdraw', 'wallet.transfer', 'wallet.refund', 'card.settle')`,
      [String(saver.memberId)],
    );
    expect(said?.after).toMatchObject({
      identityBy: 'document',
      document: 'id_card',
      last4: '281X',
    });
  });
});

it('the setting switched off, only more than the amount of a sale asks', async () => {
  const path = '/api/v1/settings/wallet.payout_pin';
  expect((await as('head').put(path, { value: false, version: 0 })).status).toBe(200);
  const saver = await aSaver(FIXTURE_PIN);
  expect((await OUT['a withdrawal']?.(saver, {}))?.status).toBe(201);
});
