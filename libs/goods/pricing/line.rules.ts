import { mulDivRoundHalfUp } from '#kernel/rules';

const MILLI = 1_000;
const BPS = 10_000;

export interface LinePrice {
  unitPriceCents: number;
  /** Thousandths of the product's unit. */
  qtyMilli: number;
  /** 9000 = 9 折 = pays 90 %. */
  payRateBps: number;
}

/** What a line costs before any discount, in cents, rounded half up once. */
export function lineListCents(line: Omit<LinePrice, 'payRateBps'>): number {
  return mulDivRoundHalfUp(line.unitPriceCents, line.qtyMilli, MILLI);
}

/**
 * What a line costs, in cents: price × quantity × pay rate with one rounding, half up (R4).
 * Not from the list amount: a second rounding would move a cent on weighed goods.
 */
export function lineNetCents(line: LinePrice): number {
  return mulDivRoundHalfUp(line.unitPriceCents * line.payRateBps, line.qtyMilli, MILLI * BPS);
}

/** What comes back for part of a line: from what is left of it, so that the last return takes all (R4). */
export function returnLineNetCents(left: {
  leftNetCents: number;
  leftQtyMilli: number;
  returnQtyMilli: number;
}): number {
  const { leftNetCents, leftQtyMilli, returnQtyMilli } = left;
  if (returnQtyMilli <= 0 || returnQtyMilli > leftQtyMilli) {
    throw new RangeError('A return takes more than nothing and at most what is left of the line.');
  }
  return mulDivRoundHalfUp(leftNetCents, returnQtyMilli, leftQtyMilli);
}
