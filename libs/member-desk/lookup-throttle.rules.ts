export type ThrottleScope = 'staff' | 'till' | 'chain';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** In an hour six times what a minute allows: who mistypes now and then never meets it, who tries numbers in a row does. */
export const HOUR_FACTOR = 6;

/** What was counted for one person, till or the chain; times in milliseconds since 1970. */
export interface Misses {
  scope: ThrottleScope;
  minuteFrom: number;
  minuteMisses: number;
  hourFrom: number;
  hourMisses: number;
}

/** How many misses a minute allows, by scope. */
export type MissLimits = Record<ThrottleScope, number>;

/** Seconds until the next question is answered; 0: now. */
export function secondsToWait(counted: readonly Misses[], limits: MissLimits, now: Date): number {
  const waits = counted.map(({ scope, minuteFrom, minuteMisses, hourFrom, hourMisses }) =>
    Math.max(
      minuteMisses >= limits[scope] ? minuteFrom + MINUTE_MS - now.getTime() : 0,
      hourMisses >= limits[scope] * HOUR_FACTOR ? hourFrom + HOUR_MS - now.getTime() : 0,
    ),
  );
  return Math.ceil(Math.max(0, ...waits) / 1_000);
}

const PHONE_OR_CARD = /^\+?\d{5,32}$/;
/** Numbers of an older system: a few letters, then digits. */
const OLD_CARD = /^[A-Z]{1,4}\d{3,28}$/;
/** Goods from a scale carry their price: every piece has a barcode that nobody has seen before. */
const SCALE_BARCODE = /^2\d{12}$/;

/** Whether a number that nobody has may have been a guess at a card or a phone. Names and four digits open nobody. */
export function mayBeGuess(number: string): boolean {
  return (PHONE_OR_CARD.test(number) || OLD_CARD.test(number)) && !SCALE_BARCODE.test(number);
}

/** Typing on, or taking a digit back, asks again for the same number: neither of two whole numbers begins the other. */
export function isSameTyping(before: string | undefined, now: string): boolean {
  return before !== undefined && (now.startsWith(before) || before.startsWith(now));
}
