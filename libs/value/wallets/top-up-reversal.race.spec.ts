import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aMember } from '../../membership/members/members.fixtures.js';
import { toppedUp } from './wallets.fixtures.js';

const { as, db, org } = await testApp({ clock: new FixedClock(new Date('2026-10-20T03:00:00Z')) });
const [manager, head] = [as('manager'), as('head')];
const key = () => ({ key: randomUUID() });
const aTopUp = async (principalCents: number) => {
  const member = await aMember(db);
  const topUp = { principalCents, storeId: org.renminId, businessDate: '2026-10-20' };
  return { ...member, ...(await toppedUp(db, member, topUp)) };
};
const reverse = (id: number, approval?: object) =>
  manager.post(`/api/v1/top-ups/${id}/reversal`, { reason: '录错', approval }, key());

beforeAll(() => Promise.all([manager.get('/api/v1/session'), head.get('/api/v1/session')]));

it('one approved request used by ten tills at once serves exactly one act', async () => {
  // The same member, amount and facts twice: only the request itself can tell them apart.
  const { topUpId } = await aTopUp(800_00);
  const { limitCents: _, ...question } = (await reverse(topUpId)).body.params;
  const { requestId } = (await manager.post('/api/v1/approvals', question, key())).body;
  await head.post(`/api/v1/approvals/${requestId}/decision`, { decision: 'approve' }, key());
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => reverse(topUpId, { requestId })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  for (const { body } of answers.filter(({ status }) => status !== 201))
    expect(body.code).toMatch(/^(approval\.not_approved|wallet\.top_up_reversed)$/);
  expect(await db.query('SELECT id FROM approval WHERE request_id = $1', [requestId])).toHaveLength(
    1,
  );
});

it('of ten tills that take one top-up back exactly one does', async () => {
  const { topUpId, memberId } = await aTopUp(300_00);
  const answers = await Promise.all(Array.from({ length: 10 }, () => reverse(topUpId)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const rest = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
  expect(new Set(rest)).toEqual(new Set(['wallet.top_up_reversed']));
  expect((await head.get(`/api/v1/members/${memberId}/wallet`)).body.principalCents).toBe(0);
});

it('a burst of guessed PINs is counted one by one', async () => {
  const { topUpId } = await aTopUp(800_00);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      reverse(topUpId, { login: 'head', pin: `00000${index % 10}` }),
    ),
  );
  const wrong = answers.filter(({ body }) => body.code === 'approval.wrong_pin');
  expect(wrong).toHaveLength(5);
  expect(new Set(answers.map(({ body }) => body.code))).toEqual(
    new Set(['approval.wrong_pin', 'approval.too_many_attempts']),
  );
  expect((await reverse(topUpId, { login: 'head', pin: STAFF_PIN })).body.code).toBe(
    'approval.too_many_attempts',
  );
});
