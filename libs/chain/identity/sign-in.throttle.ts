import { Injectable } from '@nestjs/common';
import { Clock, Db, SessionError } from '#kernel';
import { Settings } from '#chain/settings';
import { PasswordQueue } from './password-queue.js';
import { hearing, secondsToWait, type Failures } from './session.rules.js';

/** Where a password is typed. */
export interface PasswordSource {
  address: string;
  /** A browser that signed this person in before, or the session they are in. */
  device?: string | undefined;
}

const JUDGED_AT_ONCE = 2;
/** Waiting for one address, or for one account at it: below a second. Whoever comes then is told to try again. */
const LONGEST_LINE = 16;
const KEPT_MS = 2 * 86_400_000;
const FAILURES =
  'SELECT count(*)::int AS count, max(at) AS "lastAt" FROM login_attempt WHERE login = $1 AND at > $2';

/**
 * Slows down guessing without shutting anybody out: failures count by account and address together, a known device
 * counts apart, and a right password is heard also after failures. Attempts that count together are judged one after
 * the other, so that a burst of guesses cannot slip through before the first failures are counted.
 */
@Injectable()
export class SignInThrottle {
  private readonly queue = new PasswordQueue(JUDGED_AT_ONCE, LONGEST_LINE);
  private readonly lanes = new Map<string, { last: Promise<unknown>; length: number }>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Runs `judge`; undefined from it is a failure and is counted. Errors: session.too_many_attempts. */
  async guard<T>(
    login: string,
    source: PasswordSource,
    judge: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const from = source.device ? `device ${source.device}` : `address ${source.address}`;
    if (!this.queue.hasRoom(from)) throw SessionError.tooManyAttempts({ retryAfterSeconds: 1 });
    return this.inLane(`${from} ${login}`, async () => {
      const state = await this.stateOf(login, source);
      if (state.waitSeconds > 0)
        throw SessionError.tooManyAttempts({ retryAfterSeconds: state.waitSeconds });
      const result = await this.queue.run(from, judge);
      if (result !== undefined) {
        await this.succeeded(login, source);
        return result;
      }
      await this.failed(login, source);
      if (state.isSlowed) throw SessionError.tooManyAttempts({ retryAfterSeconds: 2 });
      return undefined;
    });
  }

  private async stateOf(
    login: string,
    source: PasswordSource,
  ): Promise<{ isSlowed: boolean; waitSeconds: number }> {
    const now = this.clock.now();
    const windowMs = (await this.settings.get('session.failure_minutes')) * 60_000;
    const limits = { failures: await this.settings.get('session.failures'), windowMs };
    const since = new Date(now.getTime() - windowMs);
    if (source.device) {
      const own = await this.db.one<Failures>(`${FAILURES} AND device = $3`, [
        login,
        since,
        source.device,
      ]);
      return hearing(own, limits, now);
    }
    const [here, everywhere] = await Promise.all([
      this.db.one<Failures>(`${FAILURES} AND device IS NULL AND address = $3`, [
        login,
        since,
        source.address,
      ]),
      this.db.one<Failures>(`${FAILURES} AND device IS NULL`, [login, since]),
    ]);
    const { isSlowed, waitSeconds } = hearing(here, limits, now);
    // From very many addresses at once: nobody whose device is unknown is heard, as long as it lasts.
    const spread = secondsToWait(everywhere, { ...limits, failures: limits.failures * 200 }, now);
    return { isSlowed, waitSeconds: Math.max(waitSeconds, spread) };
  }

  private async failed(login: string, { address, device }: PasswordSource): Promise<void> {
    const now = this.clock.now();
    await this.db.query(
      'INSERT INTO login_attempt (login, address, device, at) VALUES ($1, $2, $3, $4)',
      [login, address, device ?? null, now],
    );
    // Longer than any window: nothing asks about them any more.
    await this.db.query('DELETE FROM login_attempt WHERE at < $1', [
      new Date(now.getTime() - KEPT_MS),
    ]);
  }

  private succeeded(login: string, { address, device }: PasswordSource): Promise<unknown> {
    return device
      ? this.db.query('DELETE FROM login_attempt WHERE login = $1 AND device = $2', [login, device])
      : this.db.query(
          'DELETE FROM login_attempt WHERE login = $1 AND address = $2 AND device IS NULL',
          [login, address],
        );
  }

  private async inLane<T>(key: string, work: () => Promise<T>): Promise<T> {
    const lane = this.lanes.get(key) ?? { last: Promise.resolve(), length: 0 };
    if (lane.length >= LONGEST_LINE) throw SessionError.tooManyAttempts({ retryAfterSeconds: 1 });
    const mine = lane.last.then(work, work);
    lane.last = mine;
    lane.length += 1;
    this.lanes.set(key, lane);
    try {
      return await mine;
    } finally {
      lane.length -= 1;
      if (lane.length === 0) this.lanes.delete(key);
    }
  }
}
