import { Injectable, Logger } from '@nestjs/common';
import { Db } from '../database/db.js';
import { outboxIdOf } from '../outbox/relay.js';
import type { QueueCount } from './queue-connection.js';

const LONGEST_ERROR = 300;
/** Phones, cards and amounts in a driver's words are nobody's business. */
const NUMBERS = /\d{4,}/g;

/** What people are told of the queue stands in tables: whichever backend it is on. */
@Injectable()
export class QueueRecords {
  private readonly logger = new Logger(QueueRecords.name);

  constructor(private readonly db: Db) {}

  /** A job that is not tried again. */
  async failed(jobId: string, { name, message }: Error): Promise<void> {
    const outboxId = outboxIdOf(jobId);
    if (!outboxId) return;
    const told = `${name}: ${message.replace(NUMBERS, '…')}`.slice(0, LONGEST_ERROR);
    try {
      await this.db.query('UPDATE outbox SET failed_at = now(), last_error = $2 WHERE id = $1', [
        outboxId,
        told,
      ]);
    } catch (error) {
      this.logger.warn({ err: error, job: jobId }, 'a failed job could not be recorded');
    }
  }

  async state(counts: readonly QueueCount[]): Promise<void> {
    await this.db.query(
      `INSERT INTO queue_state (queue, state, jobs, at) SELECT c.queue, c.state, c.jobs, now()
         FROM jsonb_to_recordset($1::jsonb) AS c(queue text, state text, jobs int)
           ON CONFLICT (queue, state) DO UPDATE SET jobs = excluded.jobs, at = excluded.at`,
      [JSON.stringify(counts)],
    );
  }
}
