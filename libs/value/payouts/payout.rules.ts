import { mulDivFloor } from '#kernel/rules';
import { asksPin } from '#membership/members/rules';

/** A wallet in cents: spendable principal and bonus, bonus still to be released, and what the paid ratio allows. */
export interface WalletStanding {
  principalCents: number;
  bonusCents: number;
  heldBonusCents: number;
  entitledCents: number;
}

export interface OutgoingPlan {
  /** Principal that leaves the wallet. */
  principalCents: number;
  /** Bonus that goes with it: voided, or moved with a transfer if the chain says so. */
  bonusCents: number;
  heldBonusCents: number;
  /** False: more than the paid ratio allows; another person has to agree. */
  withinPaidRatio: boolean;
}

/** What may leave without anybody's consent: never more than the principal, never more than the paid ratio. */
export const payableCents = ({ principalCents, entitledCents }: WalletStanding): number =>
  Math.min(principalCents, entitledCents);

/** What an approver reads of a wallet before and after an act; cents, spendable. Flat, as facts are. */
export interface ForeseenWallet {
  principalBeforeCents: number;
  bonusBeforeCents: number;
  principalAfterCents: number;
  bonusAfterCents: number;
}

/** What a payout of an amount would make of a wallet, and the bonus that goes with it; null: more than the principal. */
export function foreseeOutgoing(
  wallet: WalletStanding,
  amountCents: number,
): (ForeseenWallet & { abovePaidRatio: boolean; bonusGoesCents: number }) | null {
  const plan = planOutgoing(wallet, amountCents);
  if (!plan) return null;
  return {
    abovePaidRatio: !plan.withinPaidRatio,
    principalBeforeCents: wallet.principalCents,
    bonusBeforeCents: wallet.bonusCents,
    principalAfterCents: wallet.principalCents - plan.principalCents,
    bonusAfterCents: wallet.bonusCents - plan.bonusCents,
    bonusGoesCents: plan.bonusCents + plan.heldBonusCents,
  };
}

/** There is no such wallet, or not as much in it: the act itself says so. */
export const NOTHING_FORESEEN = { abovePaidRatio: false, bonusGoesCents: null } as const;

/** What a refund would make of it: the wallet is emptied, what is not paid is void. */
export function foreseeRefund(
  wallet: WalletStanding,
  amountCents: number,
): ForeseenWallet & { voidedCents: number } {
  const { principalCents, bonusCents, heldBonusCents } = wallet;
  return {
    principalBeforeCents: principalCents,
    bonusBeforeCents: bonusCents,
    principalAfterCents: 0,
    bonusAfterCents: 0,
    voidedCents: Math.max(0, principalCents + bonusCents + heldBonusCents - amountCents),
  };
}

/**
 * R8: principal that leaves takes bonus with it in the same ratio, of what is spendable and of what is still to be
 * released alike; who takes all that is payable keeps no bonus (golden G20). A kept part is rounded down, so that many
 * small withdrawals keep no more than one. Null: more than the principal.
 */
export function planOutgoing(wallet: WalletStanding, amountCents: number): OutgoingPlan | null {
  const { principalCents, bonusCents, heldBonusCents } = wallet;
  if (amountCents > principalCents) return null;
  const payable = payableCents(wallet);
  const left = Math.max(0, payable - amountCents);
  const kept = (cents: number) => (payable > 0 ? mulDivFloor(cents, left, payable) : 0);
  return {
    principalCents: amountCents,
    bonusCents: bonusCents - kept(bonusCents),
    heldBonusCents: heldBonusCents - kept(heldBonusCents),
    withinPaidRatio: amountCents <= payable,
  };
}

/** Money out of a wallet asks for its owner's proof: at every amount, or above the amount of a day from which a sale asks. */
export interface PayoutPinTerms {
  always: boolean;
  limitCents: number;
}

export const isProofNeeded = (
  amountCents: number,
  { always, limitCents }: PayoutPinTerms,
  withoutPinCents: number,
): boolean => amountCents > 0 && (always || asksPin(amountCents, { limitCents, withoutPinCents }));
