import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { StaffPinState } from './staff-pin.rules.js';

export interface StaffPinRow extends StaffPinState {
  hash: string;
  setAt: Date;
}

const COLUMNS =
  'hash, failures, last_failed_at AS "lastFailedAt", locked_at AS "lockedAt", set_at AS "setAt"';

@Injectable()
export class StaffPinsRepository {
  find(sql: Sql, staffId: number): Promise<StaffPinRow | undefined> {
    return sql.maybe<StaffPinRow>(`SELECT ${COLUMNS} FROM staff_pin WHERE staff_id = $1`, [
      staffId,
    ]);
  }

  lock(tx: Tx, staffId: number): Promise<StaffPinRow | undefined> {
    return tx.maybe<StaffPinRow>(
      `SELECT ${COLUMNS} FROM staff_pin WHERE staff_id = $1 FOR NO KEY UPDATE`,
      [staffId],
    );
  }

  set(tx: Tx, staffId: number, hash: string, at: Date): Promise<unknown> {
    return tx.query(
      `INSERT INTO staff_pin (staff_id, hash, set_at) VALUES ($1, $2, $3)
       ON CONFLICT (staff_id) DO UPDATE SET hash = $2, set_at = $3, failures = 0, last_failed_at = NULL, locked_at = NULL`,
      [staffId, hash, at],
    );
  }

  storeFailures(tx: Tx, staffId: number, state: StaffPinState): Promise<unknown> {
    return tx.query(
      'UPDATE staff_pin SET failures = $2, last_failed_at = $3, locked_at = $4 WHERE staff_id = $1',
      [staffId, state.failures, state.lastFailedAt, state.lockedAt],
    );
  }

  forgetFailures(tx: Tx, staffId: number): Promise<unknown> {
    return tx.query(
      'UPDATE staff_pin SET failures = 0, last_failed_at = NULL, locked_at = NULL WHERE staff_id = $1',
      [staffId],
    );
  }

  /** Attempts that one person asks for are judged one after the other. */
  lockAsker(tx: Tx, staffId: number): Promise<unknown> {
    return tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('approval', $1))`, [staffId]);
  }

  async failuresOf(
    tx: Tx,
    staffId: number,
    since: Date,
  ): Promise<{ count: number; lastAt: Date | null }> {
    return tx.one<{ count: number; lastAt: Date | null }>(
      'SELECT count(*)::int AS count, max(at) AS "lastAt" FROM approval_attempt WHERE asked_by = $1 AND at > $2',
      [staffId, since],
    );
  }

  failed(tx: Tx, staffId: number, at: Date): Promise<unknown> {
    return tx.query('INSERT INTO approval_attempt (asked_by, at) VALUES ($1, $2)', [staffId, at]);
  }

  forgive(tx: Tx, staffId: number): Promise<unknown> {
    return tx.query('DELETE FROM approval_attempt WHERE asked_by = $1', [staffId]);
  }
}
