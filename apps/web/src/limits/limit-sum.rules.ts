/** Refusals that a person may read and go on from; the command comes again with `acceptLimit`. */
export const LIMIT_WARNINGS: readonly string[] = [
  'wallet.limit_warning',
  'wallet.transfer_advised',
];

/** What a prepaid limit says of an act, as the server tells it. */
export interface LimitFigures {
  limitCents: number;
  faceBeforeCents: number;
  addedCents: number;
  addedBonusCents: number;
}

export interface LimitSum {
  /** What stands in the wallet, what comes in, what is given with it; without the parts that are nothing. */
  parts: number[];
  totalCents: number;
  overCents: number;
}

/** The sum that goes over the limit: 1,000 + 100 = 1,100, 100 over. */
export function limitSum(figures: LimitFigures): LimitSum {
  const { limitCents, faceBeforeCents, addedCents, addedBonusCents } = figures;
  const totalCents = faceBeforeCents + addedCents;
  const parts = [faceBeforeCents, addedCents - addedBonusCents, addedBonusCents];
  return {
    parts: parts.filter((cents) => cents > 0),
    totalCents,
    overCents: totalCents - limitCents,
  };
}
