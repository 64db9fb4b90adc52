import { largestRemainder } from '#kernel/rules';
import { splitSpend } from '#ledger/rules';

export interface WalletSplit {
  principalCents: number;
  bonusCents: number;
}

/**
 * Splits a wallet amount over principal and bonus in the ratio of what is spendable (R1), all in cents: the
 * ledger's own rule, for what the till shows beforehand. Throws RangeError when the amount is not covered.
 */
export function splitProportional(
  amountCents: number,
  principalCents: number,
  bonusCents: number,
): WalletSplit {
  const split =
    amountCents < 0 ? null : splitSpend(amountCents, principalCents, bonusCents, 'proportional');
  if (!split) throw new RangeError('The amount to split is not covered by principal and bonus.');
  return { principalCents: split.principal, bonusCents: split.bonus };
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
