import type { AdjustmentKind } from './adjustment.dto.js';

/** What an approver reads: the balance before and after, in cents or points. */
export function foreseeAdjustment(
  kind: AdjustmentKind,
  before: number | null,
  amount: number,
): Record<string, number> {
  if (before === null) return {};
  const after = before + amount;
  return kind === 'points'
    ? { pointsBefore: before, pointsAfter: after }
    : { [`${kind}BeforeCents`]: before, [`${kind}AfterCents`]: after };
}
