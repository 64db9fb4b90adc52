import type { GrantTerms } from '#chain/grants/rules';
import { addDays } from '#kernel/rules';
import { instalments } from '#ledger/rules';

/** "Pay 1000, get 100 bonus and 50 points." Without a level or store it is for all of them. */
export interface TopUpOffer {
  id: number;
  name: string;
  levelId: number | null;
  storeId: number | null;
  startsOn: string;
  /** The last day. */
  endsOn: string | null;
  payCents: number;
  /** What is given once, each kind of grant by its own terms. */
  gives: readonly GrantTerms[];
  /** Given once for each full multiple of what is to be paid, not once in all. */
  perMultiple: boolean;
  /** Raises the member to this level. */
  grantsLevelId: number | null;
  active: boolean;
}

/** How often an offer gives for an amount, and the level it raises to. */
export interface TopUpGift {
  times: number;
  levelId: number | null;
}

/** Once from the amount it names, or once for each full multiple of it. */
export function giftOf(
  offer: Pick<TopUpOffer, 'payCents' | 'perMultiple' | 'grantsLevelId'>,
  amountCents: number,
): TopUpGift {
  const full = Math.floor(amountCents / offer.payCents);
  const times = offer.perMultiple ? full : Math.min(1, full);
  return { times, levelId: times > 0 ? offer.grantsLevelId : null };
}

/** How a bonus is given. */
export interface BonusTerms extends GrantTerms {
  bonusCents: number;
  /** How long each part of the bonus lives, counted from the day it can be spent. */
  bonusValidDays?: number | null;
  bonusInstalments: number;
  /** Months until the first instalment; 0: the first one is there at once. */
  firstAfterMonths: number;
}

export interface TopUpPlace {
  levelId: number;
  storeId: number;
  businessDate: string;
}

export interface BonusLot {
  amountCents: number;
  /** null: at once. */
  releasesOn: string | null;
  /** The last valid day. */
  expiresOn: string | null;
}

function isInForce(offer: TopUpOffer, place: TopUpPlace): boolean {
  return (
    offer.active &&
    (offer.levelId === null || offer.levelId === place.levelId) &&
    (offer.storeId === null || offer.storeId === place.storeId) &&
    offer.startsOn <= place.businessDate &&
    (offer.endsOn === null || offer.endsOn >= place.businessDate)
  );
}

const specificity = (offer: TopUpOffer) =>
  (offer.storeId === null ? 0 : 2) + (offer.levelId === null ? 0 : 1);

/**
 * The offers a member has here today, the best first: the highest amount to pay, then the one made for this store,
 * then for this level, then the newest. With an amount, only those it reaches.
 */
export function offersInForce(
  offers: readonly TopUpOffer[],
  place: TopUpPlace,
  amountCents?: number,
): TopUpOffer[] {
  return offers
    .filter((offer) => isInForce(offer, place))
    .filter((offer) => amountCents === undefined || offer.payCents <= amountCents)
    .sort((a, b) => b.payCents - a.payCents || specificity(b) - specificity(a) || b.id - a.id);
}

/** What a bonus becomes by its terms: one lot, or a held one per month, odd cents first (golden G02). */
export function bonusLots(
  terms: Pick<BonusTerms, 'bonusValidDays' | 'bonusInstalments' | 'firstAfterMonths'>,
  bonusCents: number,
  businessDate: string,
): BonusLot[] {
  const { bonusValidDays = null, bonusInstalments, firstAfterMonths } = terms;
  if (bonusCents === 0) return [];
  const lastDay = (from: string) =>
    bonusValidDays === null ? null : addDays(from, bonusValidDays);
  if (bonusInstalments === 1) {
    return [{ amountCents: bonusCents, releasesOn: null, expiresOn: lastDay(businessDate) }];
  }
  return instalments(bonusCents, bonusInstalments, businessDate, firstAfterMonths).map(
    ({ amount, releasesOn }) => ({
      amountCents: amount,
      releasesOn: releasesOn > businessDate ? releasesOn : null,
      expiresOn: lastDay(releasesOn),
    }),
  );
}

/** What an approver reads: the wallet before and after a top-up is taken back, and what is owed then. Cents. */
export function foreseeReversal(
  wallet: { principalCents: number; bonusCents: number; heldBonusCents: number },
  topUp: { principalCents: number; bonusCents: number },
): Record<
  | 'principalBeforeCents'
  | 'bonusBeforeCents'
  | 'principalAfterCents'
  | 'bonusAfterCents'
  | 'debtCents',
  number
> {
  const { principalCents, bonusCents, heldBonusCents } = wallet;
  const bonusToTake = Math.max(0, topUp.bonusCents - heldBonusCents);
  return {
    principalBeforeCents: principalCents,
    bonusBeforeCents: bonusCents,
    principalAfterCents: Math.max(0, principalCents - topUp.principalCents),
    bonusAfterCents: Math.max(0, bonusCents - bonusToTake),
    debtCents:
      Math.max(0, topUp.principalCents - principalCents) + Math.max(0, bonusToTake - bonusCents),
  };
}
