import { CardError, type FamilyTerms, pinOfPayment } from '#cards';
import { assertIsJudged, type JudgedPin, MemberError } from '#members';
import type { CheckoutFacts } from './checkout.repository.js';
import type { Buyer } from './sale-entry.rules.js';
import { SaleError } from './sale.errors.js';

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
  cardId: number | null;
  cardStoreId: number | null;
}

/**
 * Who buys: the member named or the card's; nobody for a guest. A card's wallet may be shared, so it is the card's
 * that pays. Errors: card.not_found, card.lost, card.not_active, card.of_other_member, member.not_found.
 */
export function buyerOf(
  asked: { memberId?: number; cardNo?: string },
  { member, card }: CheckoutFacts,
): CheckedBuyer | null {
  if (asked.cardNo) {
    if (!card) throw CardError.notFound();
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

/**
 * Value above the chain's limit needs the PIN of whoever's wallet pays (see pinOfPayment), and the one that was judged is
 * theirs as this transaction sees them. Errors: member.pin_not_set, member.pin_required, sale.wallet_needs_member.
 */
export function assertMayPayFromWallet(
  buyer: CheckedBuyer | null,
  walletCents: number,
  pin: { limitCents: number; judged: JudgedPin | null },
): void {
  if (walletCents === 0) return;
  if (!buyer) throw SaleError.walletNeedsMember();
  const asked = pinOfPayment(walletCents, pin.limitCents, buyer.family);
  if (asked !== 'none') assertIsJudged(buyer[asked], pin.judged);
}
