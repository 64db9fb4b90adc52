import { Injectable, Logger } from '@nestjs/common';
import { Db } from '../database/db.js';
import { JobHandlers, Scheduled } from '../queue/job-handlers.js';
import type { QueueConnection, QueueName } from '../queue/queue-connection.js';

const BATCH = 200;
const LEASE_SECONDS = 30;
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 1_000;
/** A job that was found failed is started again this often before the row is left for people. */
const MAX_ATTEMPTS = 5;
const KEEP_RELAYED_DAYS = 30;
const KEEP_FAILED_DAYS = 180;
const HOUR_MS = 3_600_000;

interface ClaimedRow {
  id: number;
  topic: string;
  payload: Record<string, unknown>;
  attempts: number;
}

export const jobIdOf = (outboxId: number) => `outbox-${outboxId}`;

/** The row a job was made from; 0 for scheduled work. */
export const outboxIdOf = (jobId: string | undefined): number =>
  Number(/^outbox-(\d+)$/.exec(jobId ?? '')?.[1] ?? 0);

/**
 * Makes jobs from outbox rows. Rows are taken for half a minute, added under a fixed job id, then marked: a relay that
 * dies in between leaves rows that another one takes again, and the id keeps the job from running twice.
 * Any number of relays run side by side. Polls: a NOTIFY inside a money transaction would make all of them wait.
 */
@Injectable()
export class OutboxRelay {
  private readonly logger = new Logger(OutboxRelay.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> | undefined;
  private stopped = true;
  private pauseMs = SHORTEST_PAUSE_MS;

  constructor(
    private readonly db: Db,
    private readonly handlers: JobHandlers,
  ) {}

  start(connection: QueueConnection): void {
    this.stopped = false;
    this.next(connection, 0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Relays what waits now, a batch at most. Returns how many rows were relayed. */
  async relay(connection: QueueConnection): Promise<number> {
    const topics = [...this.handlers.all.values()]
      .filter((handler) => !handler.everyMs)
      .map((handler) => handler.topic);
    // Topics that no handler of this process knows stay where they are: a newer worker may know them.
    const rows = await this.db.query<ClaimedRow>(
      `UPDATE outbox SET attempts = attempts + 1, claimed_until = now() + make_interval(secs => $3)
        WHERE id IN (SELECT id FROM outbox WHERE relayed_at IS NULL AND (claimed_until IS NULL OR claimed_until < now()) AND topic = ANY($1)
                      ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)
        RETURNING id, topic, payload, attempts`,
      [topics, BATCH, LEASE_SECONDS],
    );
    if (!rows.length) return 0;
    rows.sort((a, b) => a.id - b.id);
    const failed: ClaimedRow[] = [];
    for (const [name, ofQueue] of this.byQueue(rows)) {
      const queue = connection.queue(name);
      await queue.addBulk(
        ofQueue.map((row) => ({
          name: row.topic,
          data: row.payload,
          opts: { jobId: jobIdOf(row.id) },
        })),
      );
      for (const row of ofQueue.filter(({ attempts }) => attempts > 1)) {
        // Taken before: the job may be there already, and adding it again did nothing.
        if ((await queue.getJobState(jobIdOf(row.id))) !== 'failed') continue;
        failed.push(row);
        if (row.attempts <= MAX_ATTEMPTS)
          await (await queue.getJob(jobIdOf(row.id)))?.retry('failed', { resetAttemptsMade: true });
      }
    }
    await this.db.query(
      'UPDATE outbox SET relayed_at = now(), claimed_until = NULL WHERE id = ANY($1)',
      [rows.map(({ id }) => id)],
    );
    if (failed.length) {
      this.logger.warn({ ids: failed.map(({ id }) => id) }, 'outbox rows whose job had failed');
      await this.db.query(
        `UPDATE outbox SET last_error = coalesce(last_error, 'its job had failed'), failed_at = CASE WHEN attempts > $2 THEN now() END
          WHERE id = ANY($1)`,
        [failed.map(({ id }) => id), MAX_ATTEMPTS],
      );
    }
    return rows.length;
  }

  /** Rows that were relayed are of no more use after a month; what failed stays longer for whoever sends it again. */
  @Scheduled('outbox.tidy', { everyMs: HOUR_MS })
  async tidy(): Promise<void> {
    await this.db.query(
      `DELETE FROM outbox WHERE relayed_at < now() - make_interval(days => $1)
          AND (failed_at IS NULL OR failed_at < now() - make_interval(days => $2))`,
      [KEEP_RELAYED_DAYS, KEEP_FAILED_DAYS],
    );
  }

  private byQueue(rows: readonly ClaimedRow[]): Map<QueueName, ClaimedRow[]> {
    const groups = new Map<QueueName, ClaimedRow[]>();
    for (const row of rows) {
      const queue = this.handlers.all.get(row.topic)?.queue;
      if (queue) groups.set(queue, [...(groups.get(queue) ?? []), row]);
    }
    return groups;
  }

  private next(connection: QueueConnection, delayMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.round(connection);
    }, delayMs);
  }

  private async round(connection: QueueConnection): Promise<void> {
    try {
      const count = await this.relay(connection);
      this.pauseMs = count ? SHORTEST_PAUSE_MS : Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
      this.next(connection, count === BATCH ? 0 : this.pauseMs);
    } catch (error) {
      this.logger.warn({ err: error }, 'the outbox could not be relayed; trying again');
      this.next(connection, LONGEST_PAUSE_MS);
    }
  }
}
