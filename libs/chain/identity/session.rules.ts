export interface SessionLimits {
  idleMinutes: number;
  absoluteHours: number;
}

export interface SessionTimes {
  createdAt: Date;
  lastSeenAt: Date;
  lockedAt: Date | null;
  atTill: boolean;
}

export type SessionState = 'open' | 'locked' | 'expired';

export function expiresAt(session: Pick<SessionTimes, 'createdAt'>, limits: SessionLimits): Date {
  return new Date(session.createdAt.getTime() + limits.absoluteHours * 3_600_000);
}

/** Left alone too long, a till locks (its cart stays, the password opens it); any other session ends. */
export function stateOf(session: SessionTimes, limits: SessionLimits, now: Date): SessionState {
  if (now >= expiresAt(session, limits)) return 'expired';
  if (session.lockedAt) return 'locked';
  const idle = now.getTime() - session.lastSeenAt.getTime() >= limits.idleMinutes * 60_000;
  if (!idle) return 'open';
  return session.atTill ? 'locked' : 'expired';
}

/** Being seen is written down at most once a minute, and often enough for a short idle limit. */
export function isWorthNoting(session: SessionTimes, limits: SessionLimits, now: Date): boolean {
  const step = Math.min(60_000, (limits.idleMinutes * 60_000) / 10);
  return now.getTime() - session.lastSeenAt.getTime() >= step;
}

export interface Failures {
  count: number;
  lastAt: Date | null;
}

const FIRST_WAIT_MS = 30_000;

/**
 * Seconds until the next attempt is heard: none below the limit, then 30 s after the last failure, doubled by each
 * further one, never longer than the window. Slowing instead of shutting: nobody can lock a shop out by guessing.
 */
export function secondsToWait(
  failures: Failures,
  limits: { failures: number; windowMs: number },
  now: Date,
): number {
  if (!failures.lastAt || failures.count < limits.failures) return 0;
  const wait = Math.min(limits.windowMs, FIRST_WAIT_MS * 2 ** (failures.count - limits.failures));
  return Math.max(0, Math.ceil((failures.lastAt.getTime() + wait - now.getTime()) / 1000));
}

/** So many times the usual limit is no forgotten password any more. */
const HARDLY_A_PERSON = 60;

/**
 * What becomes of the next attempt. Below the limit it is judged as any other; above it a wrong one is told to wait,
 * but a right one still opens: a mistyped password, or somebody else's guesses, lock nobody out. Far above it, none is
 * heard for a while.
 */
export function hearing(
  failures: Failures,
  limits: { failures: number; windowMs: number },
  now: Date,
): { isSlowed: boolean; waitSeconds: number } {
  const far = { ...limits, failures: limits.failures * HARDLY_A_PERSON };
  return {
    isSlowed: failures.count >= limits.failures,
    waitSeconds: secondsToWait(failures, far, now),
  };
}

const SHORTEST_PASSWORD = 8;

export function isStrongEnough(password: string, login: string): boolean {
  return (
    [...password].length >= SHORTEST_PASSWORD && password.toLowerCase() !== login.toLowerCase()
  );
}
