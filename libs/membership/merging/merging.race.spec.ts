import { randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { aMember, type FixtureMember } from '../members/members.fixtures.js';
import { shelved } from '../../counter/sales/sales.fixtures.js';
import { toppedUp } from '../../value/wallets/wallets.fixtures.js';

const { as, db, org } = await testApp();
const manager = as('manager');
const cashier = as('cashier');
const merge = (survivor: FixtureMember, merged: FixtureMember) =>
  manager.post(
    `/api/v1/members/${survivor.memberId}/merge`,
    { mergedMemberId: merged.memberId },
    { key: randomUUID() },
  );
const walletOf = async ({ memberId }: FixtureMember) =>
  (await manager.get(`/api/v1/members/${memberId}`)).body.wallet;

// Signs in before many ask at once.
beforeAll(() => Promise.all([manager.get('/api/v1/session'), cashier.get('/api/v1/session')]));

describe('two desks at once', () => {
  it('merge the same two members: one does, the others are told', async () => {
    const survivor = await aMember(db);
    const merged = await aMember(db);
    await toppedUp(db, merged, { principalCents: 100_00 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => merge(survivor, merged)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    expect((await walletOf(survivor)).principalCents).toBe(100_00);
  });

  it('merge two members into each other: one way only', async () => {
    const [a, b] = [await aMember(db), await aMember(db)];
    await toppedUp(db, a, { principalCents: 10_00 });
    await toppedUp(db, b, { principalCents: 20_00 });
    const answers = await Promise.all([merge(a, b), merge(b, a)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await walletOf(a)).principalCents).toBe(30_00);
  });

  it('merge a member who is paying: what was paid is paid, the rest is with the survivor', async () => {
    const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
    const service = await db.write((tx) => shelved(tx, at, { kind: 'service', priceCents: 10_00 }));
    const survivor = await aMember(db);
    const merged = await aMember(db);
    await toppedUp(db, merged, { principalCents: 100_00 });
    const sale = (tender: string) =>
      cashier.post(
        '/api/v1/sales',
        {
          memberId: merged.memberId,
          lines: [{ productId: service.id, qtyMilli: 1000, unitPriceCents: 10_00 }],
          dueCents: 10_00,
          tenders: [
            { tender, amountCents: 10_00, ...(tender === 'cash' ? { givenCents: 10_00 } : {}) },
          ],
        },
        { key: randomUUID() },
      );
    const [merging, ...sales] = await Promise.all([
      merge(survivor, merged),
      ...Array.from({ length: 6 }, () => sale('wallet')),
      ...Array.from({ length: 6 }, () => sale('cash')),
    ]);
    expect(merging.status).toBe(201);
    const paid = sales.slice(0, 6).filter(({ status }) => status === 201).length;
    const done = sales.filter(({ status }) => status === 201).length;
    const refused = sales.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    for (const code of refused) {
      expect(['member.merged', 'member.not_found', 'ledger.insufficient']).toContain(code);
    }
    // Nothing stays behind with the merged member: points of the sales that went through neither.
    expect(await walletOf(survivor)).toMatchObject({
      principalCents: 100_00 - paid * 10_00,
      points: done * 10,
    });
  });
});
