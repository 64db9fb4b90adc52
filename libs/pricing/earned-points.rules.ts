import { largestRemainder } from '#kernel/rules';

const BPS = 10_000n;
const CENTS_PER_YUAN = 100n;

export interface PointsInput {
  lines: readonly { netCents: number; pointsFactorBps: number }[];
  principalCents: number;
  bonusCents: number;
  /** Cash-like money: cash, bank card, WeChat, Alipay. */
  receivedCents: number;
  /** 10000 = 1 point a yuan. */
  pointsPerYuanBps: number;
  /** Whether the part paid with bonus earns points too (a setting, off by default). */
  bonusEarns: boolean;
}

export interface PointsOfSale {
  points: number;
  /** Per line, in cents: what the bonus paid of it, and what earns points. */
  lines: { bonusPartCents: number; eligibleCents: number }[];
}

/**
 * Points earned by a sale: the bonus is taken off the lines by largest remainder, then one floor for the sale (R5).
 * Throws RangeError when the payment is not exactly what the lines cost.
 */
export function pointsOf(sale: PointsInput): PointsOfSale {
  const nets = sale.lines.map((line) => line.netCents);
  const due = nets.reduce((total, net) => total + net, 0);
  if (sale.principalCents + sale.bonusCents + sale.receivedCents !== due) {
    throw new RangeError('Principal, bonus and money received do not add up to the lines.');
  }
  const bonusParts = largestRemainder(sale.bonusCents, nets);
  const lines = sale.lines.map((line, index) => {
    const bonusPartCents = bonusParts[index] ?? 0;
    return {
      bonusPartCents,
      eligibleCents: sale.bonusEarns ? line.netCents : line.netCents - bonusPartCents,
    };
  });
  const weighted = sale.lines.reduce(
    (total, line, index) =>
      total + BigInt(lines[index]?.eligibleCents ?? 0) * BigInt(line.pointsFactorBps),
    0n,
  );
  const points = (weighted * BigInt(sale.pointsPerYuanBps)) / (BPS * BPS * CENTS_PER_YUAN);
  return { points: Number(points), lines };
}
