import { largestRemainder } from '#kernel/rules';

const BPS = 10_000n;
const CENTS_PER_YUAN = 100n;

export interface PointsInput {
  lines: readonly { netCents: number; pointsFactorBps: number }[];
  principalCents: number;
  bonusCents: number;
  /** Cash-like money: cash, bank card, WeChat, Alipay. */
  receivedCents: number;
  /** What is neither: points and vouchers. It earns nothing. */
  otherCents?: number;
  /** 10000 = 1 point a yuan. */
  pointsPerYuanBps: number;
  /** Whether the part paid with bonus earns points too (a setting, off by default). */
  bonusEarns: boolean;
}

export interface PointsOfSale {
  points: number;
  /** Per line, in cents: what the bonus and what other value paid of it, and what earns points. */
  lines: { bonusPartCents: number; otherPartCents: number; eligibleCents: number }[];
}

/**
 * Points earned by a sale: the bonus is taken off the lines by largest remainder, then what is neither money nor stored
 * value off what is left of them; then one floor for the sale (R5).
 * Throws RangeError when the payment is not exactly what the lines cost.
 */
export function pointsOf(sale: PointsInput): PointsOfSale {
  const nets = sale.lines.map((line) => line.netCents);
  const due = nets.reduce((total, net) => total + net, 0);
  const { otherCents = 0 } = sale;
  if (sale.principalCents + sale.bonusCents + sale.receivedCents + otherCents !== due) {
    throw new RangeError('What was paid does not add up to the lines.');
  }
  const bonusParts = largestRemainder(sale.bonusCents, nets);
  const otherParts = largestRemainder(
    otherCents,
    nets.map((net, index) => net - (bonusParts[index] ?? 0)),
  );
  const lines = nets.map((net, index) => {
    const bonusPartCents = bonusParts[index] ?? 0;
    const otherPartCents = otherParts[index] ?? 0;
    const eligibleCents = net - otherPartCents - (sale.bonusEarns ? 0 : bonusPartCents);
    return { bonusPartCents, otherPartCents, eligibleCents };
  });
  const eligible = lines.map(({ eligibleCents }, index) => ({
    eligibleCents,
    pointsFactorBps: sale.lines[index]?.pointsFactorBps ?? 0,
  }));
  return { points: pointsOfEligible(eligible, sale.pointsPerYuanBps), lines };
}

/** What these lines earn together: one floor (R5), for a sale and for what is kept of one (R6). */
export function pointsOfEligible(
  lines: readonly { eligibleCents: number; pointsFactorBps: number }[],
  pointsPerYuanBps: number,
): number {
  return Number((weightOf(lines) * BigInt(pointsPerYuanBps)) / (BPS * BPS * CENTS_PER_YUAN));
}

/** What earns, in cents times the factors of the lines. */
export const weightOf = (
  lines: readonly { eligibleCents: number; pointsFactorBps: number }[],
): bigint =>
  lines.reduce(
    (total, { eligibleCents, pointsFactorBps }) =>
      total + BigInt(eligibleCents) * BigInt(pointsFactorBps),
    0n,
  );
