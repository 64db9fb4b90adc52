import type { ImportRecord } from './import-row.rules.js';

/** What is compared before and after: how many members, and what they bring with them. Amounts in 分. */
export interface ControlTotals {
  rows: number;
  principalCents: number;
  bonusCents: number;
  points: number;
  visits: number;
  spendCents: number;
}

/** What a person signs; accumulated spend moves nothing and is shown only. */
export const SIGNED_FIGURES = ['rows', 'principalCents', 'bonusCents', 'points', 'visits'] as const;
export type SignedTotals = Pick<ControlTotals, (typeof SIGNED_FIGURES)[number]>;

export const noTotals = (): ControlTotals => ({
  rows: 0,
  principalCents: 0,
  bonusCents: 0,
  points: 0,
  visits: 0,
  spendCents: 0,
});

export function addTo(
  totals: ControlTotals,
  record: Pick<ImportRecord, 'principalCents' | 'bonusCents' | 'points' | 'spendCents'>,
  visits = 0,
): void {
  totals.rows += 1;
  totals.principalCents += record.principalCents;
  totals.bonusCents += record.bonusCents;
  totals.points += record.points;
  totals.visits += visits;
  totals.spendCents += record.spendCents;
}

/** The figures that two totals don't agree on. */
export function differences(
  signed: SignedTotals,
  counted: SignedTotals,
): (typeof SIGNED_FIGURES)[number][] {
  return SIGNED_FIGURES.filter((figure) => signed[figure] !== counted[figure]);
}
