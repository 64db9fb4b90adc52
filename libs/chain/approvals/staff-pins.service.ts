import { type Actor, Audit, Clock, Db, DomainError, isWeakPin, type Tx } from '#kernel';
import { secondsToWait, type StaffPerson, StaffDirectory } from '#chain/identity';
import { Settings } from '#chain/settings';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { StaffPinView } from './approval.dto.js';
import { ApprovalError } from './approval.errors.js';
import { StaffPinsRepository, type StaffPinRow } from './staff-pins.repository.js';
import { afterWrongStaffPin, lockedUntil } from './staff-pin.rules.js';

// As a member's PIN: what protects six digits is the lock, not the cost.
const ARGON2ID = { algorithm: 2, memoryCost: 12_288, timeCost: 2, parallelism: 1 } as const;

/** A PIN as it is kept. Errors: approval.pin_too_weak. */
export async function hashStaffPin(pin: string): Promise<string> {
  if (isWeakPin(pin)) throw ApprovalError.pinTooWeak();
  return hash(pin, ARGON2ID);
}

// For a login that has no PIN: the answer must take as long as for one that has.
let nobody: Promise<string> | undefined;
const nobodysHash = (): Promise<string> => (nobody ??= hash('nobody has this PIN', ARGON2ID));

/** The PINs by which people approve on somebody else's screen. */
@Injectable()
export class StaffPins {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly settings: Settings,
    private readonly directory: StaffDirectory,
    private readonly pins: StaffPinsRepository,
  ) {}

  /** One's own PIN, set anew; a lock ends with it. Errors: approval.pin_too_weak. */
  async set(actor: Actor, pin: string): Promise<void> {
    const pinHash = await hashStaffPin(pin);
    await this.db.write(async (tx) => {
      await this.pins.set(tx, actor.staffId, pinHash, this.clock.now());
      await this.audit.record(tx, actor, {
        action: 'staff.set_pin',
        subjectKind: 'staff',
        subjectId: actor.staffId,
      });
    });
  }

  async view(actor: Actor): Promise<StaffPinView> {
    const row = await this.pins.find(this.db, actor.staffId);
    return {
      set: row !== undefined,
      setAt: row?.setAt ?? null,
      failures: row?.failures ?? 0,
      lockedUntil: row ? lockedUntil(row, this.clock.now()) : null,
    };
  }

  /**
   * Whose login and PIN these are. Wrong ones are counted per approver and per person who asks, in a transaction of
   * its own, so that a refusal stays counted; attempts asked by one person wait for each other. Nothing tells which logins
   * there are: an unknown one, one without a PIN, a wrong PIN and a locked one get the same answer, count and time.
   * Errors: approval.wrong_pin, approval.too_many_attempts (by who asks, whatever the login).
   */
  async identify(asker: Actor, login: string, pin: string): Promise<StaffPerson> {
    const limits = {
      failures: await this.settings.get('session.failures'),
      windowMs: (await this.settings.get('session.failure_minutes')) * 60_000,
    };
    const outcome = await this.db.write(async (tx) => {
      const now = this.clock.now();
      const since = new Date(now.getTime() - limits.windowMs);
      await this.pins.lockAsker(tx, asker.staffId);
      const wait = secondsToWait(await this.pins.failuresOf(tx, asker.staffId, since), limits, now);
      if (wait > 0) return ApprovalError.tooManyAttempts({ retryAfterSeconds: wait });
      const person = await this.directory.find(tx, { login });
      const row = person && (await this.pins.lock(tx, person.staffId));
      const heard = row && !lockedUntil(row, now) ? row : undefined;
      const isRight = await verify(heard?.hash ?? (await nobodysHash()), pin);
      if (person && heard && isRight) {
        if (heard.failures > 0) await this.pins.forgetFailures(tx, person.staffId);
        await this.pins.forgive(tx, asker.staffId);
        return person;
      }
      await this.pins.failed(tx, asker.staffId, now);
      if (person && heard) await this.countWrong(tx, asker, person, heard, now);
      return ApprovalError.wrongPin();
    });
    if (outcome instanceof DomainError) throw outcome;
    return outcome;
  }

  private async countWrong(
    tx: Tx,
    asker: Actor,
    { staffId }: StaffPerson,
    row: StaffPinRow,
    now: Date,
  ): Promise<void> {
    const after = afterWrongStaffPin(row, now);
    await this.pins.storeFailures(tx, staffId, after);
    const until = lockedUntil(after, now);
    if (!until) return;
    // Whoever is guessed at finds out, and by whom.
    await this.audit.record(tx, asker, {
      action: 'staff.pin_locked',
      subjectKind: 'staff',
      subjectId: staffId,
      after: { failures: after.failures, until: until.toISOString() },
    });
  }
}
