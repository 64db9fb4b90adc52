import { type Actor, Clock, Db, declarable, foldBarcode } from '#kernel';
import { countMiss, MemberError, MISSES, type Misses, secondsToWait } from '#membership/members';
import { Settings } from '#chain/settings';
import { Injectable } from '@nestjs/common';
import { isSameTyping, limitOf, mayBeGoods } from './lookup-throttle.rules.js';
import { MISSES_OF } from './member-finder.repository.js';

const CHAIN = 0;
const REMEMBERED = 10_000;

/** So many digits of a number tell whose goods they are, and which cards. */
const COMMON_DIGITS = 7;

/**
 * Whether goods have a number: a condition, from the number and from the same as a barcode is kept, both pieces of SQL. The
 * catalogue says it.
 */
export const numbersOfGoods = declarable<(number: string, barcode: string) => string>(
  'which numbers goods have',
);

// What is in the catalogue was no guess at a card. Neither was a barcode that is in no catalogue: it has as many digits as
// goods have, and no card of this chain has as many and begins like it ($6: its beginning, null for other numbers).
const counting = (): string =>
  countMiss(
    `${numbersOfGoods.ask()('$4', '$5')}
     OR ($6::text IS NOT NULL AND NOT EXISTS (
           SELECT FROM card c WHERE c.card_no BETWEEN rpad($6, length($4), '0') AND rpad($6, length($4), '9') AND length(c.card_no) = length($4)))`,
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

  /** Whether this person asked for nobody lately, as far as this process knows. */
  hasMissed({ staffId }: Actor): boolean {
    return this.missed.has(staffId);
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

  /** Counts a guess (mayBeGuess, the code of a virtual card, an id) that opened nobody. */
  async countMiss(actor: Actor, number: string): Promise<void> {
    const before = this.missed.get(actor.staffId);
    this.remember(actor.staffId, number);
    if (isSameTyping(before, number) && before !== number) return;
    const till = actor.till ? [actor.till.tillId] : [];
    await this.db.query(counting(), [
      ['staff', ...till.map(() => 'till'), 'chain'],
      [actor.staffId, ...till, CHAIN],
      this.clock.now(),
      number,
      foldBarcode(number),
      mayBeGoods(number) ? number.slice(0, COMMON_DIGITS) : null,
    ]);
  }

  private remember(staffId: number, number: string): void {
    this.missed.delete(staffId);
    this.missed.set(staffId, number);
    const [oldest] = this.missed.keys();
    if (this.missed.size > REMEMBERED && oldest !== undefined) this.missed.delete(oldest);
  }
}
