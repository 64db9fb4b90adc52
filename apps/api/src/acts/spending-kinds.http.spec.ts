import { bonusOf, declaredKinds, House, Ledger, pointsOf, principalOf } from '#ledger';
import { testApp } from '#workshop/testing';
import { aMember } from '../../../../libs/membership/members/members.fixtures.js';
import { spentFrom } from '../../../../libs/value/payouts/spending.fixtures.js';
import { toppedUp } from '../../../../libs/value/wallets/wallets.fixtures.js';

// What a refund makes of each kind of entry: those that declare to spend use the wallet up, all others leave the refund alone.
const { as, db, org } = await testApp({ books: 'damaged' });
const manager = as('manager');
const BUSINESS_DATE = '2026-02-02';
const kinds = [...declaredKinds(), { kind: 'nobodys', wallet: 'other' as const }];

/** Paid 1,000.00, bonus 200.00; goods for 600.00 took principal first: A 400.00, B 500.00, C 1,000.00 less the list price. */
async function aSaver() {
  const member = await aMember(db);
  const terms = { principalCents: 1000_00, bonusCents: 200_00, storeId: org.renminId };
  await toppedUp(db, member, terms);
  const at = { storeId: org.renminId, staffId: org.staffIds.cashier, tillId: org.renminTillId };
  await spentFrom(
    db,
    { ...member, ...at },
    { principalCents: 600_00, bonusCents: 0, listCents: 650_00 },
  );
  return member;
}
type Member = Awaited<ReturnType<typeof aSaver>>;

/** An entry of this kind draws 60.00 of the bonus, which is more than the fair one by then. */
async function drawn(kind: string, { memberId, walletId }: Member): Promise<void> {
  const act = {
    ...{ kind, businessDate: BUSINESS_DATE, at: new Date(`${BUSINESS_DATE}T04:00:00Z`) },
    ...{ storeId: org.renminId, staffId: org.staffIds.cashier, memberId },
    accounts: [principalOf(walletId), bonusOf(walletId), pointsOf(memberId)],
  };
  await db.write((tx) =>
    new Ledger().act(tx, act, (books) =>
      books.take(bonusOf(walletId), 60_00, House.adjustment(org.renminId)),
    ),
  );
}

async function computed({ memberId }: Member): Promise<object> {
  const { body } = await manager.get(`/api/v1/members/${memberId}/wallet-refunds/preview`);
  const { principalCents, paidRatioCents, listPriceCents, spentPrincipalCents, usedListCents } =
    body;
  return { principalCents, paidRatioCents, listPriceCents, spentPrincipalCents, usedListCents };
}

it.each(kinds)('$kind: $wallet', async ({ kind, wallet }) => {
  const member = await aSaver();
  const before = await computed(member);
  expect(before).toMatchObject({ principalCents: 400_00, paidRatioCents: 500_00 });
  await drawn(kind, member);
  // 60.00 of 500.00 and 100.00 that were left by right: 50.00 of it was paid.
  const after = wallet === 'spends' ? { ...before, paidRatioCents: 450_00 } : before;
  expect(await computed(member)).toEqual(after);
});
