import type { Gift, GrantTerms } from '#chain/grants';
import type { BonusTerms } from './top-up.rules.js';

/** How much of a kind a top-up gave. */
export interface Given {
  kind: string;
  amount: number;
}

/** One that has no columns of its own, as it is kept with the top-up: with its terms, to find it again. */
export interface KeptGift extends Given {
  terms: GrantTerms;
  /** The kind of its account, and the unit: the books compare it with what the entry moved. null: it is kept in rows. */
  account: { kind: string; unit: string } | null;
}

/** One that a reversal took, and what of it is owed or was used. */
export interface TakenGift extends Given {
  owed: number;
  account: KeptGift['account'];
}

// Bonus and points were given before anything else could be: rules, top-ups and their lists have columns for them.
const hasColumns = (kind: string): boolean => kind === 'bonus' || kind === 'points';

const amountOf = (gifts: readonly Gift[], kind: string): number =>
  gifts.find(({ terms }) => terms.kind === kind)?.amount ?? 0;

/** The columns of what is given. */
export const columnsOf = (gifts: readonly Gift[]) => ({
  bonusCents: amountOf(gifts, 'bonus'),
  points: amountOf(gifts, 'points'),
  others: gifts.filter(({ terms }) => !hasColumns(terms.kind)),
});

/** The columns of a rule's terms. */
export function ruleColumnsOf(gives: readonly GrantTerms[]) {
  const of = (kind: string) => gives.find((terms) => terms.kind === kind);
  const bonus = of('bonus') as BonusTerms | undefined;
  return {
    bonusCents: bonus?.bonusCents ?? 0,
    bonusValidDays: bonus?.bonusValidDays ?? null,
    bonusInstalments: bonus?.bonusInstalments ?? 1,
    firstAfterMonths: bonus?.firstAfterMonths ?? 1,
    points: (of('points') as { points: number } | undefined)?.points ?? 0,
    others: gives.filter(({ kind }) => !hasColumns(kind)),
  };
}

/** All that a top-up gave, in the order of papers. */
export const givenOf = (row: {
  bonusCents: number;
  points: number;
  gave: readonly Given[];
}): Given[] =>
  [
    { kind: 'bonus', amount: row.bonusCents },
    { kind: 'points', amount: row.points },
    ...row.gave.map(({ kind, amount }) => ({ kind, amount })),
  ].filter(({ amount }) => amount > 0);
