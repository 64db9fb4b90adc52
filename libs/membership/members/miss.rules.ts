/** What is counted, and against whom: numbers that nobody has, and wrong PINs (`pin_…`). */
export type MissScope = 'staff' | 'till' | 'chain' | 'pin_staff' | 'pin_till';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** What was counted for one person, till or the chain; times in milliseconds since 1970. */
export interface Misses {
  scope: MissScope;
  minuteFrom: number;
  minuteMisses: number;
  hourFrom: number;
  hourMisses: number;
}

/** How many misses a minute and an hour allow. */
export interface MissLimit {
  minute: number;
  hour: number;
}

/** Seconds until the next question is answered; 0: now. */
export function secondsToWait(
  counted: readonly Misses[],
  limits: Partial<Record<MissScope, MissLimit>>,
  now: Date,
): number {
  const waits = counted.map(({ scope, minuteFrom, minuteMisses, hourFrom, hourMisses }) => {
    const limit = limits[scope];
    if (!limit) return 0;
    return Math.max(
      minuteMisses >= limit.minute ? minuteFrom + MINUTE_MS - now.getTime() : 0,
      hourMisses >= limit.hour ? hourFrom + HOUR_MS - now.getTime() : 0,
    );
  });
  return Math.ceil(Math.max(0, ...waits) / 1_000);
}
