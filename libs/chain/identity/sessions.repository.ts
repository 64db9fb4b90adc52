import { Injectable } from '@nestjs/common';
import type { DeskTill, Sql, Tx } from '#kernel';
import type { SessionTimes } from './session.rules.js';
import { ALL_STORES } from './staff-of-store.js';

export interface SessionFacts extends Omit<SessionTimes, 'atTill'> {
  sessionId: number;
  staffId: number;
  login: string;
  name: string;
  homeStoreId: number;
  /** As the roles write them, with `card.*` and `*`. */
  permissions: string[];
  allStores: boolean;
  storeIds: number[];
  till: DeskTill | null;
}

// One statement, because nearly every request begins with it.
const FACTS = `
  SELECT s.id AS "sessionId", s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.locked_at AS "lockedAt",
         f.id AS "staffId", f.login, f.name, f.home_store_id AS "homeStoreId",
         ARRAY(SELECT DISTINCT p FROM staff_role sr JOIN role r ON r.id = sr.role_id CROSS JOIN unnest(r.permissions) AS p
                WHERE sr.staff_id = f.id) AS permissions,
         ${ALL_STORES} AS "allStores",
         CASE WHEN ${ALL_STORES} THEN ARRAY(SELECT id FROM store ORDER BY id)
              ELSE ARRAY(SELECT store_id FROM staff_store WHERE staff_id = f.id ORDER BY store_id) END AS "storeIds",
         CASE WHEN ts.id IS NOT NULL THEN jsonb_build_object('tillId', t.id, 'tillName', t.name, 'storeId', ts.id,
              'storeCode', ts.code, 'storeName', ts.name, 'timezone', ts.timezone, 'cutoverHour', ts.cutover_hour) END AS till
    FROM session s
    JOIN staff f ON f.id = s.staff_id AND f.active
    LEFT JOIN till t ON t.id = s.till_id AND t.active
    LEFT JOIN store ts ON ts.id = t.store_id AND ts.active
   WHERE s.token_hash = $1 AND s.revoked_at IS NULL`;

export interface NewSession {
  tokenHash: Buffer;
  staffId: number;
  tillId: number | null;
  at: Date;
  address: string;
  userAgent: string | null;
}

export interface Sitting {
  staffId: number;
  name: string;
  since: Date;
}

@Injectable()
export class SessionsRepository {
  facts(sql: Sql, tokenHash: Buffer): Promise<SessionFacts | undefined> {
    return sql.maybe<SessionFacts>(FACTS, [tokenHash]);
  }

  insert(tx: Tx, session: NewSession): Promise<unknown> {
    return tx.query(
      `INSERT INTO session (token_hash, staff_id, till_id, till_since, created_at, last_seen_at, address, user_agent)
       VALUES ($1, $2, $3, $4, $4, $4, $5, $6)`,
      [
        session.tokenHash,
        session.staffId,
        session.tillId,
        session.at,
        session.address,
        session.userAgent,
      ],
    );
  }

  seen(sql: Sql, sessionId: number, at: Date): Promise<unknown> {
    return sql.query('UPDATE session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2', [
      sessionId,
      at,
    ]);
  }

  setTill(tx: Tx, sessionId: number, tillId: number, at: Date): Promise<unknown> {
    return tx.query(
      `UPDATE session SET till_id = $2, till_lost_to = NULL,
              till_since = CASE WHEN till_id = $2 THEN COALESCE(till_since, created_at) ELSE $3 END
        WHERE id = $1`,
      [sessionId, tillId, at],
    );
  }

  /** The store of a till that is in use. Who sits there is settled by one at a time. */
  lockTill(tx: Tx, tillId: number): Promise<{ storeId: number } | undefined> {
    return tx.maybe<{ storeId: number }>(
      `SELECT t.store_id AS "storeId" FROM till t JOIN store s ON s.id = t.store_id
        WHERE t.id = $1 AND t.active AND s.active FOR NO KEY UPDATE OF t`,
      [tillId],
    );
  }

  /** Who else sits at a till, the one seen last first; sessions from before `since` have run out. */
  othersAt(tx: Tx, tillId: number, staffId: number, since: Date): Promise<Sitting[]> {
    return tx.query<Sitting>(
      `SELECT s.staff_id AS "staffId", f.name, COALESCE(s.till_since, s.created_at) AS since
         FROM session s JOIN staff f ON f.id = s.staff_id AND f.active
        WHERE s.till_id = $1 AND s.staff_id <> $2 AND s.revoked_at IS NULL AND s.created_at > $3
        ORDER BY s.last_seen_at DESC, s.id DESC`,
      [tillId, staffId, since],
    );
  }

  /** Whoever else sits at a till leaves it. */
  async clearTill(tx: Tx, tillId: number, staffId: number, at: Date): Promise<Buffer[]> {
    const left = await tx.query<{ tokenHash: Buffer }>(
      `UPDATE session SET till_id = NULL, till_since = $3, till_lost_to = $2
        WHERE till_id = $1 AND staff_id <> $2 AND revoked_at IS NULL RETURNING token_hash AS "tokenHash"`,
      [tillId, staffId, at],
    );
    return left.map(({ tokenHash }) => tokenHash);
  }

  tillTaken(sql: Sql, sessionId: number): Promise<{ name: string; at: Date } | undefined> {
    return sql.maybe(
      `SELECT f.name, s.till_since AS at FROM session s JOIN staff f ON f.id = s.till_lost_to
        WHERE s.id = $1 AND s.till_id IS NULL`,
      [sessionId],
    );
  }

  lock(tx: Tx, sessionId: number, at: Date): Promise<unknown> {
    return tx.query('UPDATE session SET locked_at = COALESCE(locked_at, $2) WHERE id = $1', [
      sessionId,
      at,
    ]);
  }

  unlock(tx: Tx, sessionId: number, at: Date): Promise<unknown> {
    return tx.query('UPDATE session SET locked_at = NULL, last_seen_at = $2 WHERE id = $1', [
      sessionId,
      at,
    ]);
  }

  /** Answers at which till it stood. */
  async revoke(tx: Tx, sessionId: number, at: Date): Promise<number | null> {
    const revoked = await tx.maybe<{ tillId: number | null }>(
      'UPDATE session SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING till_id AS "tillId"',
      [sessionId, at],
    );
    return revoked?.tillId ?? null;
  }

  revokeOthers(tx: Tx, staffId: number, keptSessionId: number, at: Date): Promise<unknown> {
    return tx.query(
      'UPDATE session SET revoked_at = $3 WHERE staff_id = $1 AND id <> $2 AND revoked_at IS NULL',
      [staffId, keptSessionId, at],
    );
  }
}
