import { Injectable } from '@nestjs/common';
import type { DeskTill, Sql, Tx } from '#kernel';
import type { SessionTimes } from './session.rules.js';

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

const ALL_STORES =
  'EXISTS (SELECT FROM staff_role sr JOIN role r ON r.id = sr.role_id WHERE sr.staff_id = f.id AND r.all_stores)';

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

@Injectable()
export class SessionsRepository {
  facts(sql: Sql, tokenHash: Buffer): Promise<SessionFacts | undefined> {
    return sql.maybe<SessionFacts>(FACTS, [tokenHash]);
  }

  insert(tx: Tx, session: NewSession): Promise<unknown> {
    return tx.query(
      `INSERT INTO session (token_hash, staff_id, till_id, created_at, last_seen_at, address, user_agent)
       VALUES ($1, $2, $3, $4, $4, $5, $6)`,
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

  setTill(tx: Tx, sessionId: number, tillId: number): Promise<unknown> {
    return tx.query('UPDATE session SET till_id = $2 WHERE id = $1', [sessionId, tillId]);
  }

  /** The store of a till that is in use. */
  storeOfTill(tx: Tx, tillId: number): Promise<{ storeId: number } | undefined> {
    return tx.maybe<{ storeId: number }>(
      'SELECT t.store_id AS "storeId" FROM till t JOIN store s ON s.id = t.store_id WHERE t.id = $1 AND t.active AND s.active',
      [tillId],
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

  revoke(tx: Tx, sessionId: number, at: Date): Promise<unknown> {
    return tx.query('UPDATE session SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL', [
      sessionId,
      at,
    ]);
  }

  revokeOthers(tx: Tx, staffId: number, keptSessionId: number, at: Date): Promise<unknown> {
    return tx.query(
      'UPDATE session SET revoked_at = $3 WHERE staff_id = $1 AND id <> $2 AND revoked_at IS NULL',
      [staffId, keptSessionId, at],
    );
  }
}
