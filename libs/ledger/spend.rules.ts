import { mulDivRoundHalfUp } from '#kernel/rules';
import type { SpendOrder } from './ledger.types.js';

export interface SpendSplit {
  principal: number;
  bonus: number;
}

/**
 * Splits an amount of a wallet over what is spendable now, in cents (R1 when proportional).
 * It never exceeds either side. Returns null when both together do not cover it.
 */
export function splitSpend(
  amount: number,
  principal: number,
  bonus: number,
  order: SpendOrder,
): SpendSplit | null {
  if (amount > principal + bonus) return null;
  if (order === 'bonus_first') {
    const fromBonus = Math.min(amount, bonus);
    return { principal: amount - fromBonus, bonus: fromBonus };
  }
  if (order === 'principal_first' || bonus === 0 || principal === 0) {
    const fromPrincipal = Math.min(amount, principal);
    return { principal: fromPrincipal, bonus: amount - fromPrincipal };
  }
  const fromPrincipal = mulDivRoundHalfUp(amount, principal, principal + bonus);
  return { principal: fromPrincipal, bonus: amount - fromPrincipal };
}

interface Drawable {
  id: number | null;
  originOn: string;
  expiresOn: string | null;
}

const NEVER = '9999-12-31';
const age = (a: Drawable, b: Drawable): number =>
  a.originOn < b.originOn
    ? -1
    : a.originOn > b.originOn
      ? 1
      : (a.id ?? Infinity) - (b.id ?? Infinity) || 0;

/** R2: principal oldest top-up first; everything else earliest expiry first, then oldest. */
export function drawOrder(kind: string): (a: Drawable, b: Drawable) => number {
  if (kind === 'principal') return age;
  return (a, b) => {
    const left = a.expiresOn ?? NEVER;
    const right = b.expiresOn ?? NEVER;
    return left < right ? -1 : left > right ? 1 : age(a, b);
  };
}

/**
 * R11: what `qty` of `held` costs out of `valueCents`. All out takes all value. Past zero, the last known average goes on.
 * The same share gives the value of drawn visits.
 */
export function shareOfValue(qty: number, held: number, valueCents: number): number {
  if (qty === held) return valueCents;
  if (held === 0) return 0;
  return held > 0
    ? mulDivRoundHalfUp(valueCents, qty, held)
    : mulDivRoundHalfUp(-valueCents, qty, -held);
}
