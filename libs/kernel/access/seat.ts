import type { Actor } from './actor.js';

/** The header in which a screen says what it shows. */
export const SEAT_HEADER = 'x-seat';

/**
 * Whose session at which till: what a screen shows while it acts. A screen that shows another one has been overtaken by
 * another tab of the same browser; what it asks for is refused.
 */
export function seatOf({ sessionId, till }: Pick<Actor, 'sessionId' | 'till'>): string {
  return `${sessionId}.${till?.tillId ?? 0}`;
}
