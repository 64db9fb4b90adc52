import { Injectable, Logger } from '@nestjs/common';
import { Clock, dateIn, Db, Scheduled } from '#kernel';
import { BooksService } from './books.service.js';

const HOUR_MS = 3_600_000;
const TIMEZONE = 'Asia/Shanghai';
const FROM_HOUR = 3;

/** Verifies the books once a day after three in the morning. */
@Injectable()
export class NightlyVerification {
  private readonly logger = new Logger(NightlyVerification.name);

  constructor(
    private readonly db: Db,
    private readonly books: BooksService,
    private readonly clock: Clock,
  ) {}

  @Scheduled('books.verify', { everyMs: HOUR_MS / 2 })
  async run(): Promise<void> {
    // Which night this is; until three it is still the last one.
    const night = dateIn(new Date(this.clock.now().getTime() - FROM_HOUR * HOUR_MS), TIMEZONE);
    const last = await this.db.maybe<{ at: Date }>(
      'SELECT started_at AS at FROM books_verification WHERE staff_id IS NULL ORDER BY id DESC LIMIT 1',
    );
    if (last && dateIn(new Date(last.at.getTime() - FROM_HOUR * HOUR_MS), TIMEZONE) >= night)
      return;
    const { findings } = await this.books.verify(null);
    if (findings.length)
      this.logger.error({ findings: findings.length }, 'the books are not clean');
  }
}
