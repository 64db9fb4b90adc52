import { largestRemainder, mulDivRoundHalfUp } from '#kernel/rules';

export interface SpendSplit {
  principalCents: number;
  bonusCents: number;
}

/**
 * Splits a wallet amount over principal and bonus in the ratio of what is spendable (R1), all in cents.
 * Neither side is ever overdrawn. Throws RangeError when the amount is more than both together.
 */
export function splitProportional(
  amountCents: number,
  principalCents: number,
  bonusCents: number,
): SpendSplit {
  if (amountCents < 0 || amountCents > principalCents + bonusCents) {
    throw new RangeError('The amount to split is not covered by principal and bonus.');
  }
  if (amountCents === 0) return { principalCents: 0, bonusCents: 0 };
  const principal = mulDivRoundHalfUp(amountCents, principalCents, principalCents + bonusCents);
  return { principalCents: principal, bonusCents: amountCents - principal };
}

/**
 * Spreads a refund over what is left of each component of the sale (R3), in cents and in the order given
 * (principal, bonus, points value, voucher, each money tender). Throws RangeError when more comes back than is left.
 */
export function refundParts(amountCents: number, leftCents: readonly number[]): number[] {
  const left = leftCents.reduce((sum, part) => sum + part, 0);
  if (amountCents < 0 || amountCents > left) {
    throw new RangeError('The refund is more than what is left of the sale.');
  }
  return largestRemainder(amountCents, leftCents);
}
