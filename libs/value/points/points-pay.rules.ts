const CENTS_PER_YUAN = 100;
const PERCENT = 100;

/** 积分抵现: how points pay. */
export interface PointsPayRule {
  on: boolean;
  /** So many points are worth a yuan. */
  pointsPerYuan: number;
  /** Only so many points at a time. */
  step: number;
  /** The largest part of a sale, in percent. */
  maxPercent: number;
}

/** What points are worth, in whole cents; the part of a cent that is left over pays nothing. */
export const worthOf = (points: number, { pointsPerYuan }: PointsPayRule): number =>
  Math.floor((points * CENTS_PER_YUAN) / pointsPerYuan);

/** The most that points may pay of a sale, in cents. */
export const mostCents = (dueCents: number, { maxPercent }: PointsPayRule): number =>
  Math.floor((dueCents * maxPercent) / PERCENT);

/** Points that are worth no more than `cents`, in whole steps and out of `balance`. */
export function pointsFor(cents: number, balance: number, rule: PointsPayRule): number {
  const points = Math.min(Math.floor((cents * rule.pointsPerYuan) / CENTS_PER_YUAN), balance);
  return points > 0 ? points - (points % rule.step) : 0;
}

/** The fewest points in whole steps that are worth so much. */
export function pointsWorth(cents: number, rule: PointsPayRule): number {
  const points = Math.ceil((cents * rule.pointsPerYuan) / CENTS_PER_YUAN);
  return Math.ceil(points / rule.step) * rule.step;
}

/** The most points that may pay: whole steps out of `balance`, no more than the share of the sale and than is open of it. */
export const mostPoints = (
  sale: { dueCents: number; openCents: number; balance: number },
  rule: PointsPayRule,
): number =>
  rule.on
    ? pointsFor(
        Math.max(Math.min(sale.openCents, mostCents(sale.dueCents, rule)), 0),
        sale.balance,
        rule,
      )
    : 0;

export type PointsPayProblem =
  | { why: 'off' | 'rests' | 'missing' }
  | { why: 'step'; step: number }
  | { why: 'worth'; cents: number }
  | { why: 'share'; maxCents: number };

/** Why points can't pay `amountCents` of a sale; undefined: they can, where there are so many. */
export function pointsPayProblem(
  paid: { points: number | null; amountCents: number },
  sale: { dueCents: number; benefitsRest: boolean },
  rule: PointsPayRule,
): PointsPayProblem | undefined {
  if (!rule.on) return { why: 'off' };
  if (sale.benefitsRest) return { why: 'rests' };
  if (paid.points === null) return { why: 'missing' };
  if (paid.points % rule.step !== 0) return { why: 'step', step: rule.step };
  const cents = worthOf(paid.points, rule);
  if (cents !== paid.amountCents) return { why: 'worth', cents };
  const maxCents = mostCents(sale.dueCents, rule);
  return cents > maxCents ? { why: 'share', maxCents } : undefined;
}
