import { Injectable } from '@nestjs/common';
import { Clock, Db, SessionError } from '#kernel';
import { Settings } from '#settings';
import { secondsToWait, type Failures } from './session.rules.js';

const FAILURES = 'SELECT count(*)::int AS count, max(at) AS "lastAt" FROM login_attempt WHERE';

/**
 * Slows down guessing, per account and per address. Attempts on one account or from one address wait for each other in
 * this process, so that a burst of guesses cannot slip through before the first failures are counted.
 */
@Injectable()
export class SignInThrottle {
  private readonly lanes = new Map<string, Promise<unknown>>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Runs `attempt`; undefined from it is a failure and is counted. Errors: session.too_many_attempts. */
  guard<T>(
    login: string,
    address: string,
    attempt: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const one = async () => {
      await this.assertHeard(login, address);
      const result = await attempt();
      await (result === undefined ? this.failed(login, address) : this.succeeded(login));
      return result;
    };
    // Always the address first, then the account: two lanes in one order cannot wait for each other in a circle.
    return this.inLane(`address ${address}`, () => this.inLane(`login ${login}`, one));
  }

  private async assertHeard(login: string, address: string): Promise<void> {
    const now = this.clock.now();
    const windowMs = (await this.settings.get('session.failure_minutes')) * 60_000;
    const limits = { failures: await this.settings.get('session.failures'), windowMs };
    const since = new Date(now.getTime() - windowMs);
    const ofLogin = await this.db.one<Failures>(`${FAILURES} login = $1 AND at > $2`, [
      login,
      since,
    ]);
    const ofAddress = await this.db.one<Failures>(`${FAILURES} address = $1 AND at > $2`, [
      address,
      since,
    ]);
    const wait = Math.max(
      secondsToWait(ofLogin, limits, now),
      secondsToWait(ofAddress, limits, now),
    );
    if (wait > 0) throw SessionError.tooManyAttempts({ retryAfterSeconds: wait });
  }

  private async failed(login: string, address: string): Promise<void> {
    const now = this.clock.now();
    await this.db.query('INSERT INTO login_attempt (login, address, at) VALUES ($1, $2, $3)', [
      login,
      address,
      now,
    ]);
    // Longer than any window: nothing asks about them any more.
    await this.db.query('DELETE FROM login_attempt WHERE at < $1', [
      new Date(now.getTime() - 2 * 86_400_000),
    ]);
  }

  private succeeded(login: string): Promise<unknown> {
    return this.db.query('DELETE FROM login_attempt WHERE login = $1', [login]);
  }

  private async inLane<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.lanes.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.lanes.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.lanes.get(key) === mine) this.lanes.delete(key);
    }
  }
}
