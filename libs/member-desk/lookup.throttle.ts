import { Clock } from '#kernel';
import { MemberError } from '#members';
import { Injectable } from '@nestjs/common';

const MISSES_PER_MINUTE = 30;
const MINUTE_MS = 60_000;

/** Numbers can't be tried one after the other: a session that finds nobody too often waits for a minute. */
@Injectable()
export class LookupThrottle {
  private readonly misses = new Map<number, { since: number; count: number }>();

  constructor(private readonly clock: Clock) {}

  /** Errors: member.too_many_lookups. */
  assertAllowed(sessionId: number): void {
    const seen = this.misses.get(sessionId);
    if (!seen || seen.count < MISSES_PER_MINUTE) return;
    const leftMs = seen.since + MINUTE_MS - this.clock.now().getTime();
    if (leftMs > 0) {
      throw MemberError.tooManyLookups({ retryAfterSeconds: Math.ceil(leftMs / 1000) });
    }
    this.misses.delete(sessionId);
  }

  countMiss(sessionId: number): void {
    const now = this.clock.now().getTime();
    for (const [id, { since }] of this.misses) {
      if (since + MINUTE_MS <= now) this.misses.delete(id);
    }
    const seen = this.misses.get(sessionId) ?? { since: now, count: 0 };
    this.misses.set(sessionId, { ...seen, count: seen.count + 1 });
  }
}
