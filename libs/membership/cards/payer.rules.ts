import { asksPin, type PinDay } from '#membership/members/rules';

/** What the owner of a wallet is told of somebody else's card on it. */
export type FamilyEvent = 'bound' | 'limit' | 'lost' | 'unfrozen' | 'replaced' | 'unbound';

/** Whose PIN a payment asks for: nobody's, the card holder's own, or the one of the wallet's owner. `both` can't be shown at once. */
export type PinAsked = 'none' | 'holder' | 'payer' | 'both';

/** What the owner of a wallet allows somebody else's card that spends it, and how much of it is used today. */
export interface FamilyTerms {
  /** Cents a business day with the holder's own PIN; null: the owner's PIN at every payment. */
  dayLimitCents: number | null;
  spentTodayCents: number;
  holderHasPin: boolean;
}

/**
 * The PIN of whoever's wallet pays, above the chain's amount of a day of that wallet (see asksPin). A family card asks for the owner's PIN at every payment,
 * unless the owner set it a limit: up to that much a day it goes by its holder's PIN, above it by the owner's.
 * `ownCents`: what the holder pays beside it by points. It counts with one's own wallet; beside a family card it always asks
 * for the holder's PIN, because no day is kept of it.
 */
export function pinOfPayment(
  walletCents: number,
  day: PinDay,
  family: FamilyTerms | null,
  ownCents = 0,
): PinAsked {
  if (!family) return asksPin(walletCents + ownCents, day) ? 'payer' : 'none';
  const ofWallet = pinOfFamily(walletCents, day, family);
  if (ownCents <= 0) return ofWallet;
  return ofWallet === 'payer' ? 'both' : 'holder';
}

function pinOfFamily(walletCents: number, day: PinDay, family: FamilyTerms): PinAsked {
  if (walletCents <= 0) return 'none';
  const { dayLimitCents, spentTodayCents, holderHasPin } = family;
  if (dayLimitCents === null || spentTodayCents + walletCents > dayLimitCents) return 'payer';
  if (!asksPin(walletCents, day)) return 'none';
  return holderHasPin ? 'holder' : 'payer';
}
