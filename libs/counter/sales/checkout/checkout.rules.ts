import { atField } from '#kernel';
import { CardError, type FamilyTerms, pinOfPayment } from '#membership/cards';
import { assertIsJudged, type JudgedPin, MemberError } from '#membership/members';
import type { CheckoutFacts } from './checkout.repository.js';
import type { Buyer } from './sale-entry.rules.js';
import { SaleError } from '../sale.errors.js';
import type { Payment } from '../payment/tender.rules.js';

const FULL_PRICE_BPS = 10_000;

/** Somebody whose PIN may be asked for; null: they have none. */
export interface PinOwner {
  id: number;
  pinStamp: string | null;
}

export interface CheckedBuyer extends Buyer {
  levelId: number;
  payRateBps: number;
  homeStoreId: number;
  /** Who shows the card. */
  holder: PinOwner;
  /** Whose wallet pays. */
  payer: PinOwner;
  /** Of a family card. */
  family: FamilyTerms | null;
  /** What left the wallet that pays today without its PIN. */
  withoutPinCents: number;
  cardId: number | null;
  cardStoreId: number | null;
}

/**
 * Who buys: the member named or the card's; nobody for a guest. A card's wallet may be shared, so it is the card's
 * that pays. Errors: card.unknown_number, card.lost, card.not_active, card.of_other_member, member.not_found.
 */
export function buyerOf(
  asked: { memberId?: number; cardNo?: string },
  { member, card }: CheckoutFacts,
): CheckedBuyer | null {
  if (asked.cardNo) {
    if (!card) throw atField('cardNo', CardError.unknownNumber());
    if (card.status === 'lost') throw CardError.lost();
    if (card.status !== 'active') throw CardError.notActive({ status: card.status });
    if (asked.memberId && card.memberId !== asked.memberId) throw CardError.ofOtherMember();
  }
  if (!asked.memberId && !asked.cardNo) return null;
  if (!member) throw MemberError.notFound();
  const holder = { id: member.id, pinStamp: member.pinStamp };
  const payer = { id: member.payerId, pinStamp: member.payerPinStamp };
  const isFamily = payer.id !== holder.id;
  return {
    memberId: member.id,
    walletId: card?.walletId ?? member.walletId,
    holder,
    payer,
    family: isFamily
      ? {
          dayLimitCents: card?.dayLimitCents ?? null,
          spentTodayCents: member.familySpentCents,
          holderHasPin: holder.pinStamp !== null,
        }
      : null,
    withoutPinCents: member.withoutPinCents,
    // Past its last day a card gives no level price and no points, and the bonus rests; the principal never does.
    pointsPerYuanBps: member.benefitsRest ? 0 : member.pointsPerYuanBps,
    levelId: member.levelId,
    payRateBps: member.benefitsRest ? FULL_PRICE_BPS : member.payRateBps,
    benefitsRest: member.benefitsRest,
    homeStoreId: member.homeStoreId,
    cardId: card?.id ?? null,
    cardStoreId: card?.storeId ?? null,
  };
}

/** The PIN that was shown for a payment, judged before. */
export interface ShownPin {
  /** Above this much of a day one is asked for. */
  limitCents: number;
  judged: JudgedPin | null;
  /** It was set today, and nobody else agreed. */
  isAlone: boolean;
}

/** What leaves by the wallet, and by what the buyer has beside it: points. */
export type ProvenCents = Pick<Payment, 'walletCents' | 'ownCents'>;

/**
 * Value above the chain's limit of a day needs the PIN of whoever it is of (see pinOfPayment), and the one that was
 * judged is theirs as this transaction sees them. Returns how much of it counts towards the day: all that no PIN was shown
 * for; null: with a PIN set today it needs another person.
 * Errors: member.pin_not_set, member.pin_required, sale.two_pins.
 */
export function paidWithoutPin(
  buyer: CheckedBuyer | null,
  { walletCents, ownCents }: ProvenCents,
  { limitCents, judged, isAlone }: ShownPin,
): number | null {
  if (!buyer || walletCents + ownCents === 0) return 0;
  const day = { limitCents, withoutPinCents: buyer.withoutPinCents };
  const asked = pinOfPayment(walletCents, day, buyer.family, ownCents);
  if (asked === 'both') throw SaleError.twoPins();
  if (asked === 'none') return walletCents + ownCents;
  assertIsJudged(buyer[asked], judged);
  return isAlone ? null : 0;
}
