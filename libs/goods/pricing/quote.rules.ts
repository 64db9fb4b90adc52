import { largestRemainder } from '#kernel/rules';

import { lineListCents, lineNetCents } from './line.rules.js';

/** `down_jiao`: what is due loses its last digit of fen (抹零). */
export const ROUNDINGS = ['none', 'down_jiao'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

const FULL_RATE_BPS = 10_000;
const JIAO_CENTS = 10;

export interface SaleLine {
  qtyMilli: number;
  unitPriceCents: number;
  /** Whether the member's level lowers the price. */
  discountable: boolean;
  pointsFactorBps: number;
}

export type QuotedLine<Line extends SaleLine = SaleLine> = Line & {
  payRateBps: number;
  listCents: number;
  /** After the level's discount and this line's part of the rounding off. */
  netCents: number;
};

export interface SaleQuote<Line extends SaleLine = SaleLine> {
  lines: QuotedLine<Line>[];
  listCents: number;
  /** Level discount and rounding off together: listCents − discountCents = dueCents. */
  discountCents: number;
  /** The part of the discount that is rounding off. */
  roundingCents: number;
  dueCents: number;
}

/**
 * Prices a whole sale: price → level → rounding off. The lines' net amounts always add up to what is due.
 * `payRateBps` is the level's (10000 without a member).
 */
export function quoteSale<Line extends SaleLine>(sale: {
  lines: readonly Line[];
  payRateBps: number;
  rounding: Rounding;
}): SaleQuote<Line> {
  const priced = sale.lines.map((line): QuotedLine<Line> => {
    const payRateBps = line.discountable ? sale.payRateBps : FULL_RATE_BPS;
    return {
      ...line,
      payRateBps,
      listCents: lineListCents(line),
      netCents: lineNetCents({ ...line, payRateBps }),
    };
  });
  const listCents = sum(priced.map((line) => line.listCents));
  const owedCents = sum(priced.map((line) => line.netCents));
  const roundingCents = sale.rounding === 'down_jiao' ? owedCents % JIAO_CENTS : 0;
  const offLine = largestRemainder(
    roundingCents,
    priced.map((line) => line.netCents),
  );
  return {
    lines: priced.map((line, index) => ({
      ...line,
      netCents: line.netCents - (offLine[index] ?? 0),
    })),
    listCents,
    discountCents: listCents - owedCents + roundingCents,
    roundingCents,
    dueCents: owedCents - roundingCents,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
