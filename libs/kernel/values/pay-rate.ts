import { readTenThousandths } from './written-number.js';

/** What a member pays of the price, in basis points: 9 折 is 9000. */
export type ReadPayRate =
  | { bps: number }
  /** "1" is 1 折 or the whole price, "10" is 10 折 or 10 %: a person has to say which. */
  | { either: readonly [number, number] }
  | { problem: 'not_a_rate' };

const WHOLE = 10_000;
const NOT_A_RATE = { problem: 'not_a_rate' } as const;
const FULL_PRICE = new Set(['原价', '不打折', '无折扣']);
const HANZI = '零一二三四五六七八九';

/** 九折 is 9折, 八八折 and 八点八折 are 8.8折. */
function withDigits(text: string): string {
  const [, first, second = ''] =
    /^([一二三四五六七八九])点?([零一二三四五六七八九]?)折$/.exec(text) ?? [];
  if (!first) return text;
  return `${HANZI.indexOf(first)}${second && `.${HANZI.indexOf(second)}`}折`;
}

/**
 * Reads a pay rate as people type it: 9.5, 9.5折, 95, 95%, 0.95 and 九五折 all pay 95 %. Never the share that is taken off.
 */
export function readPayRate(typed: string): ReadPayRate {
  const text = withDigits(typed.normalize('NFKC').replace(/\s/g, ''));
  if (FULL_PRICE.has(text)) return { bps: WHOLE };
  const unit = /[折%]$/.exec(text)?.[0];
  const found = readTenThousandths(unit ? text.slice(0, -1) : text);
  if ('problem' in found) return NOT_A_RATE;
  // Of 10,000: 95 is 950,000, 9.5 is 95,000, 0.95 is 9,500.
  const { value } = found;
  const asPercent = value / 100;
  const asTenths = value / 10;
  if (unit === '%') return rate(asPercent);
  if (unit === '折') {
    if (value <= 10 * WHOLE) return rate(asTenths);
    return value < 100 * WHOLE ? rate(asPercent) : NOT_A_RATE;
  }
  if (value === WHOLE) return { either: [1_000, WHOLE] };
  if (value === 10 * WHOLE) return { either: [WHOLE, 1_000] };
  if (value < WHOLE) return rate(value);
  return rate(value < 10 * WHOLE ? asTenths : asPercent);
}

const rate = (bps: number): ReadPayRate =>
  Number.isInteger(bps) && bps >= 1 && bps <= WHOLE ? { bps } : NOT_A_RATE;

const LOW = 3_000;

/** Hardly meant: less than 3 折, or a change by more than half of what it was. Asked again before it is saved. */
export function isUnlikelyPayRate(bps: number, before?: number): boolean {
  return bps < LOW || (before !== undefined && Math.abs(bps - before) * 2 > before);
}
