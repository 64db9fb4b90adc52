import { randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { aMember } from '../../membership/members/members.fixtures.js';
import { aTopUpRule } from './wallets.fixtures.js';

const { as, db } = await testApp();
const cashier = as('cashier');
const body = { amountCents: 1000_00, tender: 'cash', acceptLimit: true };

beforeAll(async () => {
  await cashier.get('/api/v1/session');
  await aTopUpRule(db, { payCents: 1000_00, bonusCents: 100_00, points: 50 });
});

describe('top-ups at once', () => {
  it('fifty calls with one key make one entry, and all get its answer', async () => {
    const { memberId } = await aMember(db);
    const key = randomUUID();
    const path = `/api/v1/members/${memberId}/top-ups`;
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => cashier.post(path, body, { key })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 201));
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
    const replayed = answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true');
    expect(replayed).toHaveLength(49);
    const { count } = await db.one<{ count: number }>(
      'SELECT count(*) AS count FROM ledger.entry WHERE member_id = $1',
      [memberId],
    );
    expect(count).toBe(1);
    const other = await cashier.post(path, { ...body, amountCents: 1 }, { key });
    expect(other).toMatchObject({
      status: 409,
      body: { code: 'command.key_reused', params: { name: 'wallet.top_up' } },
    });
  });

  it('twenty keys of one wallet at once add up, each receipt with a number of its own', async () => {
    const { memberId } = await aMember(db);
    const path = `/api/v1/members/${memberId}/top-ups`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => cashier.post(path, body, { key: randomUUID() })),
    );
    expect(new Set(answers.map((answer) => answer.body.receiptNo)).size).toBe(20);
    expect((await cashier.get(`/api/v1/members/${memberId}/wallet`)).body).toMatchObject({
      principalCents: 20_000_00,
      bonusCents: 2_000_00,
      points: 1_000,
    });
    expect(Math.max(...answers.map((answer) => answer.body.principalAfterCents))).toBe(20_000_00);
  });
});
