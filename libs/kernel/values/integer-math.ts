/** Integer arithmetic for cents, points and thousandths. Products are taken in BigInt, so nothing is lost on the way. */

function safe(value: bigint): number {
  const result = Number(value);
  if (!Number.isSafeInteger(result)) throw new RangeError('integer out of the safe range');
  return result;
}

/** floor(a × b / c) for c > 0; a and b of any sign. */
export function mulDivFloor(a: number, b: number, c: number): number {
  const product = BigInt(a) * BigInt(b);
  const divisor = BigInt(c);
  const quotient = product / divisor;
  return safe(product % divisor < 0n ? quotient - 1n : quotient);
}

/** a × b / c rounded half up (towards +∞ on a tie), for c > 0. */
export function mulDivRoundHalfUp(a: number, b: number, c: number): number {
  const twice = 2n * BigInt(a) * BigInt(b) + BigInt(c);
  const divisor = 2n * BigInt(c);
  const quotient = twice / divisor;
  return safe(twice % divisor < 0n ? quotient - 1n : quotient);
}

/**
 * Spreads `total` (≥ 0) over `weights` (each ≥ 0) so that the parts add up exactly: floors first,
 * then one unit each to the largest remainders, ties to the earlier. All weights zero: all parts zero.
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((acc, weight) => acc + BigInt(weight), 0n);
  if (sum === 0n) return weights.map(() => 0);
  const shares = weights.map((weight, index) => {
    const product = BigInt(total) * BigInt(weight);
    return { index, floor: product / sum, rest: product % sum };
  });
  let left = BigInt(total) - shares.reduce((acc, share) => acc + share.floor, 0n);
  const parts = shares.map((share) => share.floor);
  for (const share of [...shares].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  )) {
    if (left === 0n) break;
    parts[share.index] = (parts[share.index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts.map(safe);
}
