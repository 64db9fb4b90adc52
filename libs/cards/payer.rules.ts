/** What the owner of a wallet is told of somebody else's card on it. */
export type FamilyEvent = 'bound' | 'limit' | 'lost' | 'unfrozen' | 'replaced' | 'unbound';

/** Whose PIN a payment from a wallet asks for: nobody's, the card holder's own, or the one of the wallet's owner. */
export type PinAsked = 'none' | 'holder' | 'payer';

/** What the owner of a wallet allows somebody else's card that spends it, and how much of it is used today. */
export interface FamilyTerms {
  /** Cents a business day with the holder's own PIN; null: the owner's PIN at every payment. */
  dayLimitCents: number | null;
  spentTodayCents: number;
  holderHasPin: boolean;
}

/**
 * The PIN of whoever's wallet pays, above the chain's amount. A family card asks for the owner's PIN at every payment,
 * unless the owner set it a limit: up to that much a day it goes by its holder's PIN, above it by the owner's.
 */
export function pinOfPayment(
  walletCents: number,
  pinLimitCents: number,
  family: FamilyTerms | null,
): PinAsked {
  if (walletCents <= 0) return 'none';
  if (!family) return walletCents > pinLimitCents ? 'payer' : 'none';
  const { dayLimitCents, spentTodayCents, holderHasPin } = family;
  if (dayLimitCents === null || spentTodayCents + walletCents > dayLimitCents) return 'payer';
  if (walletCents <= pinLimitCents) return 'none';
  return holderHasPin ? 'holder' : 'payer';
}
