import { type Actor, Clock, Db } from '#kernel';
import { countMiss, MemberError, MISSES, type Misses, secondsToWait } from '#members';
import { Settings } from '#settings';
import { Injectable } from '@nestjs/common';
import { isSameTyping, limitOf } from './lookup-throttle.rules.js';
import { MISSES_OF } from './member-finder.repository.js';

const CHAIN = 0;
const REMEMBERED = 10_000;

// What is in the catalogue was no guess at a card.
const COUNT = countMiss(
  'EXISTS (SELECT FROM product_barcode b WHERE b.barcode = $4) OR EXISTS (SELECT FROM product p WHERE p.sku = $4)',
);

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
      staff: limitOf(await this.settings.get('card.misses_per_person')),
      till: limitOf(await this.settings.get('card.misses_per_till')),
      chain: limitOf(await this.settings.get('card.misses_per_chain')),
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
