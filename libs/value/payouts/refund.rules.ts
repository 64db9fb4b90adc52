import { addDays } from '#kernel/rules';
import type { WalletStanding } from './payout.rules.js';

export const REFUND_BASES = ['principal', 'paid_ratio', 'list_price'] as const;
export type RefundBasis = (typeof REFUND_BASES)[number];

export interface RefundComputations {
  /** A: the principal that is left. */
  principalCents: number;
  /** B: what the paid ratio paid / (paid + bonus) leaves. */
  paidRatioCents: number;
  /** C: what was paid, less the list price of what was used. Only where the member leaves for a reason of his own. */
  listPriceCents: number;
  /** The higher of A and B. */
  proposedBasis: 'principal' | 'paid_ratio';
  proposedCents: number;
}

/**
 * The three computations of a refund side by side (golden G19), in cents. `spentPrincipalCents` and
 * `usedListCents` count since the wallet was last empty. None is below zero or above what the wallet holds.
 */
export function refundComputations(
  wallet: WalletStanding,
  used: { spentPrincipalCents: number; listCents: number },
): RefundComputations {
  const { principalCents, bonusCents } = wallet;
  const within = (cents: number) => Math.max(0, Math.min(cents, principalCents + bonusCents));
  const paidRatioCents = within(wallet.entitledCents);
  const proposedBasis = principalCents >= paidRatioCents ? 'principal' : 'paid_ratio';
  return {
    principalCents,
    paidRatioCents,
    listPriceCents: within(principalCents + used.spentPrincipalCents - used.listCents),
    proposedBasis,
    proposedCents: Math.max(principalCents, paidRatioCents),
  };
}

export function refundOf(computations: RefundComputations, basis: RefundBasis): number {
  if (basis === 'principal') return computations.principalCents;
  return basis === 'paid_ratio' ? computations.paidRatioCents : computations.listPriceCents;
}

export type RefundWarning = 'below_paid_ratio' | 'below_principal';

/** What speaks against paying by a basis: it is below the ratio that courts use, or below the principal. */
export function refundWarnings(
  computations: RefundComputations,
  basis: RefundBasis,
): RefundWarning[] {
  const paid = refundOf(computations, basis);
  const warnings: RefundWarning[] = [];
  if (paid < computations.paidRatioCents) warnings.push('below_paid_ratio');
  if (paid < computations.principalCents) warnings.push('below_principal');
  return warnings;
}

/** The last day on which what is left of a top-up is paid back without conditions; null: the chain has no such right. */
export const refundRightUntil = (toppedUpOn: string, days: number): string | null =>
  days > 0 ? addDays(toppedUpOn, days) : null;

/** How an amount leaves a wallet that is emptied: principal first, then bonus; what is not paid out is kept or void. */
export function refundParts(
  wallet: Pick<WalletStanding, 'principalCents' | 'bonusCents'>,
  paidCents: number,
): {
  principalCents: number;
  principalKeptCents: number;
  bonusPaidCents: number;
  bonusVoidCents: number;
} {
  const principalCents = Math.min(paidCents, wallet.principalCents);
  const bonusPaidCents = paidCents - principalCents;
  return {
    principalCents,
    principalKeptCents: wallet.principalCents - principalCents,
    bonusPaidCents,
    bonusVoidCents: wallet.bonusCents - bonusPaidCents,
  };
}

/** What a member, or the house, gives up with a refund, in cents; and whether a debt is let off. */
export interface GivenUp {
  paidCents: number;
  /** Of principal and bonus, released or not. */
  voidedCents: number;
  waivesDebt: boolean;
}

/** Value vanishes and nothing is paid for it, or a debt is let off: it takes a reason and another person, whatever the amount. */
export const isGivenAway = ({ paidCents, voidedCents, waivesDebt }: GivenUp): boolean =>
  waivesDebt || (paidCents === 0 && voidedCents > 0);

/** A second person looks at what is given up, not only at what is paid. */
export const needsSecondPerson = (given: GivenUp, fromCents: number): boolean =>
  isGivenAway(given) || given.paidCents + given.voidedCents >= fromCents;
