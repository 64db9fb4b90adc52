import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Clock, Db } from '#kernel';
import { SmsDriver, SmsRefused, type Sms } from './sms-driver.js';

/** A gateway that says nothing for so long: nobody knows whether the message went out. */
const ANSWER_MS = 30_000;

export interface GatewayAnswer {
  status: 'sent' | 'failed' | 'unknown';
  reason: string | null;
  providerId: string | null;
  at: Date | null;
}

/** Asks the gateway, and puts whatever happens into words. Never throws. */
@Injectable()
export class Gateway {
  private readonly logger = new Logger(Gateway.name);

  constructor(
    private readonly db: Db,
    private readonly driver: SmsDriver,
    private readonly clock: Clock,
  ) {}

  get driverName(): string {
    return this.driver.name;
  }

  async send(sms: Sms): Promise<GatewayAnswer> {
    const late = new AbortController();
    try {
      const silence = sleep(ANSWER_MS, undefined, { signal: late.signal, ref: false }).then(() => {
        throw new Error(`no answer within ${ANSWER_MS} ms`);
      });
      silence.catch(() => undefined);
      const { providerId } = await Promise.race([this.driver.send(sms), silence]);
      return { status: 'sent', reason: null, providerId, at: this.clock.now() };
    } catch (error) {
      if (error instanceof SmsRefused)
        return { status: 'failed', reason: error.reason, providerId: null, at: null };
      this.logger.warn({ err: error, message: sms.messageId }, 'the gateway gave no clear answer');
      return { status: 'unknown', reason: 'no_answer', providerId: null, at: null };
    } finally {
      late.abort();
    }
  }

  /**
   * Takes turns for `count` messages at `perSecond`, together with every other worker, and waits for the first of them.
   * Errors: AbortError where the process stops meanwhile.
   */
  async turns(count: number, perSecond: number, signal: AbortSignal): Promise<void> {
    const { waitMs } = await this.db.one<{ waitMs: number }>(
      `UPDATE message_gate SET free_at = greatest(free_at, clock_timestamp()) + make_interval(secs => $1::float8) WHERE id = 1
       RETURNING (extract(epoch FROM free_at - clock_timestamp()) - $1::float8)::float8 * 1000 AS "waitMs"`,
      [count / perSecond],
    );
    signal.throwIfAborted();
    if (waitMs > 0) await sleep(waitMs, undefined, { signal });
  }
}
