import { hash as md5 } from 'node:crypto';
import { Clock, Commands, Db, DomainError, markJudged, Outbox, type Sql, type Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { MemberError } from './member.errors.js';
import {
  afterWrongPin,
  isFreshPin,
  isWeakPin,
  NO_FAILURES,
  pinLock,
  type PinState,
} from './pin.rules.js';
import { type PinAsker, PinThrottle } from './pin.throttle.js';

// A PIN is asked for at the till: about 20 ms. What protects six digits is the lock, not the cost.
const ARGON2ID = { algorithm: 2, memoryCost: 12_288, timeCost: 2, parallelism: 1 } as const;

/** A PIN as it is kept. Errors: member.pin_too_weak. */
export async function hashPin(pin: string): Promise<string> {
  if (isWeakPin(pin)) throw MemberError.pinTooWeak();
  return hash(pin, ARGON2ID);
}

/** Whose PIN was judged right, and which one it was: the act's transaction compares it with what is true there. */
export interface JudgedPin {
  memberId: number;
  stamp: string;
  /** Set at the counter today: it proves nothing alone (see `needsSecond`). */
  isFresh: boolean;
}

/** Tells one PIN of a member (table `m`) from the next; null where there is none. */
export const PIN_STAMP = 'left(md5(m.pin_hash), 16)';
const stampOf = (pinHash: string): string => md5('md5', pinHash, 'hex').slice(0, 16);

export interface PinRow extends PinState {
  hash: string | null;
  setAt: Date | null;
}

const PIN_OF = `SELECT pin_hash AS hash, pin_set_at AS "setAt", pin_failures AS failures, pin_locked_until AS "lockedUntil", pin_locks AS locks
                  FROM member WHERE id = $1 AND status = 'active'`;
const WITHOUT_PIN = 'SELECT without_pin_cents($1, $2::date) AS cents';
const STAMP_OF = `SELECT ${PIN_STAMP} AS stamp FROM member m WHERE m.id = $1 AND m.status = 'active'`;

@Injectable()
export class PinsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly outbox: Outbox,
    private readonly throttle: PinThrottle,
  ) {}

  /** Gives a member who has none a PIN, and tells them. Errors: member.pin_too_weak, member.pin_already_set. */
  async setFirst(tx: Tx, memberId: number, pin: string, storeId: number): Promise<void> {
    const pinHash = await hashPin(pin);
    const rows = await tx.query(
      'UPDATE member SET pin_hash = $2, pin_failures = 0, pin_locked_until = NULL, pin_locks = 0, pin_set_at = $3 WHERE id = $1 AND pin_hash IS NULL RETURNING id',
      [memberId, pinHash, this.clock.now()],
    );
    if (!rows.length) throw MemberError.pinAlreadySet();
    await this.outbox.add(tx, { topic: 'member.pin_set', payload: { memberId, storeId } });
  }

  /**
   * Another PIN instead of the old one; failures are forgotten. `at`: when it was set anew for who forgot the old one.
   * Errors: member.pin_too_weak, member.pin_not_set.
   */
  async replace(tx: Tx, memberId: number, pin: string, at: Date | null): Promise<void> {
    const pinHash = await hashPin(pin);
    const rows = await tx.query(
      'UPDATE member SET pin_hash = $2, pin_failures = 0, pin_locked_until = NULL, pin_locks = 0, pin_set_at = coalesce($3, pin_set_at) WHERE id = $1 AND pin_hash IS NOT NULL RETURNING id',
      [memberId, pinHash, at],
    );
    if (!rows.length) throw MemberError.pinNotSet();
  }

  /** The PIN stops: another one is set at the counter. */
  end(tx: Tx, memberId: number): Promise<unknown> {
    return tx.query(
      'UPDATE member SET pin_hash = NULL, pin_failures = 0, pin_locked_until = NULL, pin_locks = 0 WHERE id = $1',
      [memberId],
    );
  }

  /** Failures and lock are forgotten, the PIN stays. Errors: member.not_found. */
  async forgive(tx: Tx, memberId: number): Promise<PinRow> {
    const before = await tx.maybe<PinRow>(`${PIN_OF} FOR NO KEY UPDATE`, [memberId]);
    if (!before) throw MemberError.notFound();
    tx.locked('member', [memberId]);
    await storeState(tx, memberId, NO_FAILURES);
    return before;
  }

  /** Errors: member.not_found. */
  async stateOf(memberId: number): Promise<PinRow> {
    const row = await this.db.maybe<PinRow>(PIN_OF, [memberId]);
    if (!row) throw MemberError.notFound();
    return row;
  }

  /**
   * Judges a PIN and counts wrong ones, against the member and against who asks, in a transaction of its own, so that a
   * refusal stays counted. A lock is told to the member once. Call it before the transaction that moves value, never inside (it needs a connection of its own), with
   * that command's key: a command that was answered already is replayed, and its PIN is not judged again (null). What
   * was judged is compared inside the transaction: see `assertJudged`.
   * Errors: member.wrong_pin, member.pin_locked, member.too_many_wrong_pins, member.pin_not_set, member.not_found.
   */
  async assertPin(
    actor: PinAsker,
    memberId: number,
    pin: string,
    command?: { key: string },
  ): Promise<JudgedPin | null> {
    const outcome = await this.db.write(async (tx) => {
      if (command && (await this.commands.isAnswered(tx, command.key))) return null;
      const tooMany = await this.throttle.refusal(tx, actor);
      if (tooMany) return tooMany;
      const row = await tx.maybe<PinRow>(`${PIN_OF} FOR NO KEY UPDATE`, [memberId]);
      if (!row) return MemberError.notFound();
      tx.locked('member', [memberId]);
      if (!row.hash) return MemberError.pinNotSet();
      const now = this.clock.now();
      const lockedUntil = pinLock(row, now);
      if (lockedUntil) return MemberError.pinLocked({ until: lockedUntil.toISOString() });
      if (await verify(row.hash, pin)) {
        if (row.failures > 0 || row.lockedUntil) await storeState(tx, memberId, NO_FAILURES);
        return {
          memberId,
          stamp: stampOf(row.hash),
          isFresh: isFreshPin(row.setAt, now, actor.till),
        };
      }
      const { attemptsLeft, ...after } = afterWrongPin(row, now);
      await storeState(tx, memberId, after);
      await this.throttle.count(tx, actor);
      if (!after.lockedUntil) return MemberError.wrongPin({ attemptsLeft });
      const until = after.lockedUntil.toISOString();
      await this.outbox.add(tx, { topic: 'member.pin_locked', payload: { memberId, until } });
      return MemberError.pinLocked({ until });
    });
    if (outcome instanceof DomainError) throw command ? markJudged(outcome) : outcome;
    return outcome;
  }

  /**
   * What left a member's own wallet on a business day without its PIN. Where it decides, ask behind the locks of the wallet's
   * accounts: of two tills at once the second sees the first.
   */
  async withoutPin(sql: Sql, memberId: number, businessDate: string): Promise<number> {
    const { cents } = await sql.one<{ cents: number }>(WITHOUT_PIN, [memberId, businessDate]);
    return cents;
  }

  /**
   * Inside the act's transaction: the PIN that was judged is the one of this member, and still theirs.
   * Errors: member.pin_not_set, member.pin_required.
   */
  async assertJudged(tx: Tx, memberId: number, judged: JudgedPin | null): Promise<void> {
    const row = await tx.maybe<{ stamp: string | null }>(STAMP_OF, [memberId]);
    assertIsJudged({ id: memberId, pinStamp: row?.stamp ?? null }, judged);
  }
}

/** The rule of `assertJudged`, for who has read the stamp already. */
export function assertIsJudged(
  whose: { id: number; pinStamp: string | null },
  judged: JudgedPin | null,
): void {
  if (whose.pinStamp === null) throw MemberError.pinNotSet();
  if (judged?.memberId !== whose.id || judged.stamp !== whose.pinStamp)
    throw MemberError.pinRequired();
}

async function storeState(tx: Tx, memberId: number, state: PinState): Promise<void> {
  await tx.query(
    'UPDATE member SET pin_failures = $2, pin_locked_until = $3, pin_locks = $4 WHERE id = $1',
    [memberId, state.failures, state.lockedUntil, state.locks],
  );
}
