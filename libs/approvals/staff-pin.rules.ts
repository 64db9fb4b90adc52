/** After this many wrong PINs in a row the next one is heard only after a while … */
export const PIN_SLOWS_AT = 3;
/** … and after this many none is, for a quarter of an hour. */
export const PIN_LOCKS_AT = 5;
export const PIN_LOCK_MINUTES = 15;
const FIRST_WAIT_SECONDS = 15;

export interface StaffPinState {
  failures: number;
  lastFailedAt: Date | null;
  lockedAt: Date | null;
}

/** The moment until which the PIN is locked, or null. */
export function lockedUntil(state: Pick<StaffPinState, 'lockedAt'>, now: Date): Date | null {
  if (!state.lockedAt) return null;
  const until = new Date(state.lockedAt.getTime() + PIN_LOCK_MINUTES * 60_000);
  return until > now ? until : null;
}

/** Seconds until the next PIN is heard: none at first, then 15, then 30. */
export function secondsToWaitForPin(state: StaffPinState, now: Date): number {
  if (!state.lastFailedAt || state.lockedAt || state.failures < PIN_SLOWS_AT) return 0;
  const wait = FIRST_WAIT_SECONDS * 2 ** (state.failures - PIN_SLOWS_AT);
  return Math.max(
    0,
    Math.ceil((state.lastFailedAt.getTime() + wait * 1000 - now.getTime()) / 1000),
  );
}

/** The state after a wrong PIN. A lock that has ended starts the count anew. */
export function afterWrongStaffPin(state: StaffPinState, now: Date): StaffPinState {
  const failures = (state.lockedAt ? 0 : state.failures) + 1;
  return { failures, lastFailedAt: now, lockedAt: failures >= PIN_LOCKS_AT ? now : null };
}
