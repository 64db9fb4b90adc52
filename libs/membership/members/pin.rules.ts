import { businessDateOf, type StoreClock } from '#kernel/rules';
import type { MissLimit, MissScope } from './miss.rules.js';

/** Five wrong PINs in a row lock the PIN for a quarter of an hour … */
export const PIN_ATTEMPTS = 5;
const FIRST_LOCK_MINUTES = 15;
/** … and every lock that follows without the right PIN between them lasts four times as long, up to a day. */
const LOCK_GROWTH = 4;
const LONGEST_LOCK_MINUTES = 24 * 60;

/**
 * Wrong PINs of one person or at one till, whoever's they are. A busy till sees some five an hour, and nobody keys twelve a
 * minute by mistake: two members who lock themselves out at once are still served. Who tries one common PIN with member
 * after member gets no further than these; weak ones are nobody's. At a till people take turns, so an hour allows it more.
 */
export const WRONG_PIN_LIMITS = {
  pin_staff: { minute: 12, hour: 30 },
  pin_till: { minute: 12, hour: 45 },
} as const satisfies Partial<Record<MissScope, MissLimit>>;

const DAY_MS = 24 * 3_600_000;

/**
 * Whether a PIN was set at the counter on this business day of the till; where nobody sits at a till, within a day. Whoever
 * stood there may not have been the member, who has had no time to object.
 */
export function isFreshPin(setAt: Date | null, now: Date, till: StoreClock | null): boolean {
  if (!setAt) return false;
  if (!till) return now.getTime() - setAt.getTime() < DAY_MS;
  return businessDateOf(setAt, till) === businessDateOf(now, till);
}

export interface PinState {
  failures: number;
  lockedUntil: Date | null;
  /** Locks in a row without the right PIN between them. */
  locks: number;
}

export const NO_FAILURES: PinState = { failures: 0, lockedUntil: null, locks: 0 };

/** The moment until which no PIN is looked at, or null. */
export function pinLock(state: PinState, now: Date): Date | null {
  return state.lockedUntil && state.lockedUntil > now ? state.lockedUntil : null;
}

/** How long the next lock lasts after so many in a row. */
export function lockMinutes(locks: number): number {
  return Math.min(LONGEST_LOCK_MINUTES, FIRST_LOCK_MINUTES * LOCK_GROWTH ** locks);
}

/** The state after a wrong PIN. A lock that has ended starts the count anew. */
export function afterWrongPin(state: PinState, now: Date): PinState & { attemptsLeft: number } {
  const failures = (state.lockedUntil ? 0 : state.failures) + 1;
  const attemptsLeft = Math.max(0, PIN_ATTEMPTS - failures);
  if (attemptsLeft > 0) return { failures, lockedUntil: null, locks: state.locks, attemptsLeft };
  const lockedUntil = new Date(now.getTime() + lockMinutes(state.locks) * 60_000);
  return { failures, lockedUntil, locks: state.locks + 1, attemptsLeft };
}

export { isWeakPin } from '#kernel/rules';
