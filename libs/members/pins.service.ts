import { Clock, Db, type Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { MemberError } from './member.errors.js';
import { afterWrongPin, isWeakPin, pinLock } from './pin.rules.js';

// A PIN is asked for at the till: about 20 ms. What protects six digits is the lock, not the cost.
const ARGON2ID = { algorithm: 2, memoryCost: 12_288, timeCost: 2, parallelism: 1 } as const;

/** A PIN as it is kept. Errors: member.pin_too_weak. */
export async function hashPin(pin: string): Promise<string> {
  if (isWeakPin(pin)) throw MemberError.pinTooWeak();
  return hash(pin, ARGON2ID);
}

interface PinRow {
  hash: string | null;
  failures: number;
  lockedUntil: Date | null;
}

@Injectable()
export class PinsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Gives a member who has none a PIN. Errors: member.pin_too_weak, member.pin_already_set. */
  async setFirst(tx: Tx, memberId: number, pin: string): Promise<void> {
    const pinHash = await hashPin(pin);
    const rows = await tx.query(
      'UPDATE member SET pin_hash = $2, pin_failures = 0, pin_locked_until = NULL WHERE id = $1 AND pin_hash IS NULL RETURNING id',
      [memberId, pinHash],
    );
    if (!rows.length) throw MemberError.pinAlreadySet();
  }

  /**
   * Judges a PIN and counts wrong ones in a transaction of its own, so that a refusal stays counted.
   * Call it before the transaction that moves value, never inside (it needs a connection of its own), with that
   * command's key: a command that was answered already is replayed, and its PIN is not judged again.
   * Errors: member.wrong_pin, member.pin_locked, member.pin_not_set, member.not_found.
   */
  async assertPin(memberId: number, pin: string, command?: { key: string }): Promise<void> {
    const refusal = await this.db.write(async (tx) => {
      if (command && (await wasAnswered(tx, command.key))) return undefined;
      const row = await tx.maybe<PinRow>(
        `SELECT pin_hash AS hash, pin_failures AS failures, pin_locked_until AS "lockedUntil"
           FROM member WHERE id = $1 AND status = 'active' FOR NO KEY UPDATE`,
        [memberId],
      );
      if (!row) return MemberError.notFound();
      if (!row.hash) return MemberError.pinNotSet();
      const now = this.clock.now();
      const lockedUntil = pinLock(row, now);
      if (lockedUntil) return MemberError.pinLocked({ until: lockedUntil.toISOString() });
      if (await verify(row.hash, pin)) {
        if (row.failures > 0 || row.lockedUntil) await storeFailures(tx, memberId, 0, null);
        return undefined;
      }
      const after = afterWrongPin(row, now);
      await storeFailures(tx, memberId, after.failures, after.lockedUntil);
      if (after.lockedUntil)
        return MemberError.pinLocked({ until: after.lockedUntil.toISOString() });
      return MemberError.wrongPin({ attemptsLeft: after.attemptsLeft });
    });
    if (refusal) throw refusal;
  }
}

async function wasAnswered(tx: Tx, key: string): Promise<boolean> {
  return (await tx.maybe('SELECT 1 FROM command WHERE key = $1', [key])) !== undefined;
}

async function storeFailures(tx: Tx, memberId: number, failures: number, lockedUntil: Date | null) {
  await tx.query('UPDATE member SET pin_failures = $2, pin_locked_until = $3 WHERE id = $1', [
    memberId,
    failures,
    lockedUntil,
  ]);
}
