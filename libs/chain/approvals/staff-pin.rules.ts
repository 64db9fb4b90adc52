/** After this many wrong PINs in a row none is heard, for a quarter of an hour. */
export const PIN_LOCKS_AT = 5;
export const PIN_LOCK_MINUTES = 15;

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

/** The state after a wrong PIN. A lock that has ended starts the count anew. */
export function afterWrongStaffPin(state: StaffPinState, now: Date): StaffPinState {
  const failures = (state.lockedAt ? 0 : state.failures) + 1;
  return { failures, lastFailedAt: now, lockedAt: failures >= PIN_LOCKS_AT ? now : null };
}
