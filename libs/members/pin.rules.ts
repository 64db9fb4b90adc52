/** Five wrong PINs in a row lock the PIN for a quarter of an hour. */
export const PIN_ATTEMPTS = 5;
export const PIN_LOCK_MINUTES = 15;

export interface PinState {
  failures: number;
  lockedUntil: Date | null;
}

/** The moment until which no PIN is looked at, or null. */
export function pinLock(state: PinState, now: Date): Date | null {
  return state.lockedUntil && state.lockedUntil > now ? state.lockedUntil : null;
}

/** The state after a wrong PIN. A lock that has ended starts the count anew. */
export function afterWrongPin(
  state: PinState,
  now: Date,
): { failures: number; lockedUntil: Date | null; attemptsLeft: number } {
  const failures = (state.lockedUntil ? 0 : state.failures) + 1;
  const attemptsLeft = Math.max(0, PIN_ATTEMPTS - failures);
  const lockedUntil =
    attemptsLeft === 0 ? new Date(now.getTime() + PIN_LOCK_MINUTES * 60_000) : null;
  return { failures, lockedUntil, attemptsLeft };
}

/** One digit six times, or six digits in a row up or down: the first ones anybody tries. */
export function isWeakPin(pin: string): boolean {
  const steps = new Set(
    [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin.charAt(index))),
  );
  const [step] = steps;
  return steps.size === 1 && (step === 0 || step === 1 || step === -1);
}
