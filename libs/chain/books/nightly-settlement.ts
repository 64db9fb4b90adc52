import { Injectable, Logger } from '@nestjs/common';
import { Clock, Db, Scheduled } from '#kernel';
import { Ledger } from '#ledger';

const HALF_HOUR_MS = 1_800_000;

/**
 * Brings releases and expiries into the books on the day they are due. Acts never wait for it: they settle their own
 * accounts. The date is the one every store has reached, so that nothing expires before its last day has ended anywhere.
 */
@Injectable()
export class NightlySettlement {
  private readonly logger = new Logger(NightlySettlement.name);

  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  @Scheduled('ledger.settle', { everyMs: HALF_HOUR_MS })
  async run(): Promise<void> {
    const at = this.clock.now();
    const { businessDate } = await this.db.one<{ businessDate: string | null }>(
      `SELECT min((($1::timestamptz AT TIME ZONE timezone) - make_interval(hours => cutover_hour))::date) AS "businessDate"
         FROM store WHERE active`,
      [at],
    );
    if (businessDate === null) return;
    const accounts = await this.ledger.settleDue(this.db, { businessDate, at });
    if (accounts > 0) this.logger.log({ accounts, businessDate }, 'releases and expiries settled');
  }
}
