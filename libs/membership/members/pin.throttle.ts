import { type Actor, Audit, Clock, type DomainError, type Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import { MemberError } from './member.errors.js';
import { countMiss, MISSES } from './miss-counts.js';
import { type Misses, secondsToWait } from './miss.rules.js';
import { WRONG_PIN_LIMITS } from './pin.rules.js';

const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended(s.scope, s.id))
  FROM unnest($1::text[], $2::bigint[]) AS s(scope, id)`;
const READ = `SELECT ${MISSES} AS misses FROM lookup_miss l
  WHERE (l.scope, l.subject_id) IN (SELECT s.scope, s.id FROM unnest($1::text[], $2::bigint[]) AS s(scope, id))`;
const COUNT = countMiss();

/** Who wants a PIN to be judged. */
export type PinAsker = Pick<Actor, 'staffId' | 'till'>;

type Subjects = [scopes: string[], ids: number[]];

/** Always the person before the till: one lock order, so no deadlock. */
function subjectsOf({ staffId, till }: PinAsker): Subjects {
  return till
    ? [
        ['pin_staff', 'pin_till'],
        [staffId, till.tillId],
      ]
    : [['pin_staff'], [staffId]];
}

/**
 * One PIN can't be tried with member after member: a member's own lock would never meet it. Wrong ones are counted against
 * the person who asks and the till, whoever's PIN it was; a right one takes nothing back, or one's own PIN would.
 */
@Injectable()
export class PinThrottle {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Why no PIN is judged for this person or at this till now, also not a right one; undefined: it is. PINs that one person
   * or till asks for are judged one after the other until the transaction ends. Error: member.too_many_wrong_pins.
   */
  async refusal(tx: Tx, actor: PinAsker): Promise<DomainError | undefined> {
    const subjects = subjectsOf(actor);
    // Sent together; what is counted is read when the lock is there.
    const [, seconds] = await Promise.all([tx.query(LOCK, subjects), this.wait(tx, subjects)]);
    if (seconds === 0) return undefined;
    return MemberError.tooManyWrongPins({ retryAfterSeconds: seconds, until: this.until(seconds) });
  }

  /** Counts a wrong PIN. Whoever reaches a limit by it stands in the audit log. */
  async count(tx: Tx, actor: PinAsker): Promise<void> {
    const subjects = subjectsOf(actor);
    await tx.query(COUNT, [...subjects, this.clock.now()]);
    const seconds = await this.wait(tx, subjects);
    if (seconds === 0) return;
    await this.audit.record(tx, actor, {
      action: 'member.try_pins',
      subjectKind: 'staff',
      subjectId: actor.staffId,
      after: { until: this.until(seconds) },
    });
  }

  private async wait(tx: Tx, subjects: Subjects): Promise<number> {
    const { misses } = await tx.one<{ misses: Misses[] | null }>(READ, subjects);
    return secondsToWait(misses ?? [], WRONG_PIN_LIMITS, this.clock.now());
  }

  private until(seconds: number): string {
    return new Date(this.clock.now().getTime() + seconds * 1_000).toISOString();
  }
}
