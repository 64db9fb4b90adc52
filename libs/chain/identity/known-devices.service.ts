import { Injectable } from '@nestjs/common';
import { type ActorRequest, Clock, Db, Env, type Tx } from '#kernel';
import { DEVICE_DAYS, deviceTokenOf, hashToken } from './session.cookie.js';

const LIFETIME_MS = DEVICE_DAYS * 86_400_000;

/** Browsers that somebody signed in with before. Guesses made elsewhere don't slow them. */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly db: Db,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  tokenOf(request: ActorRequest): string | undefined {
    return deviceTokenOf(request, this.env);
  }

  /** The request's device, if this person signed in with it before. */
  async knownTo(login: string, request: ActorRequest): Promise<string | undefined> {
    const token = this.tokenOf(request);
    if (!token) return undefined;
    const tokenHash = hashToken(token);
    const known = await this.db.maybe(
      `SELECT FROM known_device d JOIN staff s ON s.id = d.staff_id
        WHERE d.token_hash = $1 AND s.login = $2 AND d.last_seen_at > $3`,
      [tokenHash, login, this.oldest()],
    );
    return known ? tokenHash.toString('base64url') : undefined;
  }

  async remember(tx: Tx, token: string, staffId: number, at: Date): Promise<void> {
    await tx.query('DELETE FROM known_device WHERE staff_id = $1 AND last_seen_at < $2', [
      staffId,
      this.oldest(),
    ]);
    await tx.query(
      `INSERT INTO known_device (token_hash, staff_id, last_seen_at) VALUES ($1, $2, $3)
       ON CONFLICT (token_hash, staff_id) DO UPDATE SET last_seen_at = $3`,
      [hashToken(token), staffId, at],
    );
  }

  /** After a new password every browser proves itself anew. */
  forget(tx: Tx, staffId: number): Promise<unknown> {
    return tx.query('DELETE FROM known_device WHERE staff_id = $1', [staffId]);
  }

  private oldest(): Date {
    return new Date(this.clock.now().getTime() - LIFETIME_MS);
  }
}
