import { type Actor, Clock, Db } from '#kernel';
import { MemberError } from '#members';
import { Settings } from '#settings';
import { Injectable } from '@nestjs/common';
import { isSameTyping, type Misses, secondsToWait } from './lookup-throttle.rules.js';
import { MISSES, MISSES_OF } from './member-finder.repository.js';

const CHAIN = 0;
const REMEMBERED = 10_000;

// What is in the catalogue was no guess at a card. One order of rows for all: nobody waits for each other in a circle.
const COUNT = `
  INSERT INTO lookup_miss AS l (scope, subject_id, minute_from, minute_misses, hour_from, hour_misses)
  SELECT s.scope, s.id, $3, 1, $3, 1 FROM unnest($1::text[], $2::bigint[]) WITH ORDINALITY AS s(scope, id, n)
   WHERE NOT EXISTS (SELECT FROM product_barcode b WHERE b.barcode = $4) AND NOT EXISTS (SELECT FROM product p WHERE p.sku = $4)
   ORDER BY s.n
  ON CONFLICT (scope, subject_id) DO UPDATE SET
    minute_misses = CASE WHEN l.minute_from > $3::timestamptz - interval '1 minute' THEN l.minute_misses + 1 ELSE 1 END,
    minute_from   = CASE WHEN l.minute_from > $3::timestamptz - interval '1 minute' THEN l.minute_from ELSE $3 END,
    hour_misses   = CASE WHEN l.hour_from > $3::timestamptz - interval '1 hour' THEN l.hour_misses + 1 ELSE 1 END,
    hour_from     = CASE WHEN l.hour_from > $3::timestamptz - interval '1 hour' THEN l.hour_from ELSE $3 END`;

/**
 * Numbers can't be tried one after the other: whoever finds nobody too often waits, the person, the till and the chain
 * each with a limit of its own. Counted in the database, so it holds for any number of API processes.
 */
@Injectable()
export class LookupThrottle {
  /** What each person missed last; only saves them from being counted twice while they type. */
  private readonly missed = new Map<number, string>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** For questions that don't bring what was counted along. Errors: member.too_many_lookups. */
  async assertMayAsk(actor: Actor): Promise<void> {
    const [row] = await this.db.query<{ misses: Misses[] | null }>(
      `SELECT ${MISSES} AS misses FROM lookup_miss l WHERE ${MISSES_OF('$1', '$2')}`,
      [actor.staffId, actor.till?.tillId ?? null],
    );
    await this.assertAllowed(row?.misses ?? []);
  }

  /** Looks at what was counted before an answer is given, also a good one. Errors: member.too_many_lookups. */
  async assertAllowed(counted: readonly Misses[]): Promise<void> {
    if (!counted.length) return;
    const limits = {
      staff: await this.settings.get('card.misses_per_person'),
      till: await this.settings.get('card.misses_per_till'),
      chain: await this.settings.get('card.misses_per_chain'),
    };
    const seconds = secondsToWait(counted, limits, this.clock.now());
    if (seconds > 0) throw MemberError.tooManyLookups({ retryAfterSeconds: seconds });
  }

  /** Counts a guess (mayBeGuess, or the code of a virtual card) that opened nobody. */
  async countMiss(actor: Actor, number: string): Promise<void> {
    const before = this.missed.get(actor.staffId);
    this.remember(actor.staffId, number);
    if (isSameTyping(before, number) && before !== number) return;
    const till = actor.till ? [actor.till.tillId] : [];
    await this.db.query(COUNT, [
      ['staff', ...till.map(() => 'till'), 'chain'],
      [actor.staffId, ...till, CHAIN],
      this.clock.now(),
      number,
    ]);
  }

  private remember(staffId: number, number: string): void {
    this.missed.delete(staffId);
    this.missed.set(staffId, number);
    const [oldest] = this.missed.keys();
    if (this.missed.size > REMEMBERED && oldest !== undefined) this.missed.delete(oldest);
  }
}
