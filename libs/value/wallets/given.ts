import { type Gift, grantKind, type GrantReceiver } from '#chain/grants';
import { MAX_CENTS } from '#kernel';
import { type AccountRef, bonusOf, pointsOf, principalOf } from '#ledger';
import type { KeptGift } from './given.rules.js';

const accountOf = ({ terms }: Pick<Gift, 'terms'>, to: GrantReceiver): AccountRef | null =>
  grantKind(terms.kind).account(to, terms);

/** Every account that a top-up touches: what is answered is what stands in the wallet and in points. */
export const accountsOf = (
  to: GrantReceiver,
  others: readonly Pick<Gift, 'terms'>[],
): AccountRef[] => [
  principalOf(to.walletId),
  bonusOf(to.walletId),
  pointsOf(to.memberId),
  ...others.flatMap((gift) => accountOf(gift, to) ?? []),
];

export const keptGifts = (others: readonly Gift[], to: GrantReceiver): KeptGift[] =>
  others.map(({ terms, amount }) => {
    const account = accountOf({ terms }, to);
    return {
      kind: terms.kind,
      amount,
      terms,
      account: account && { kind: account.kind, unit: account.unit },
    };
  });

/** What comes into the wallet beside the money. */
export const storedValueOf = (gifts: readonly Gift[]): number =>
  gifts
    .filter(({ terms }) => grantKind(terms.kind).storedValue)
    .reduce((sum, { amount }) => sum + amount, 0);

/** No act moves more: sums stay far inside what is counted exactly. */
export const isTooMuchAtOnce = (amountCents: number, gifts: readonly Gift[]): boolean =>
  amountCents + storedValueOf(gifts) > MAX_CENTS ||
  gifts.some(({ terms, amount }) => amount > grantKind(terms.kind).mostAtOnce);
