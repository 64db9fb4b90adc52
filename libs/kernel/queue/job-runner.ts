import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Job } from 'bullmq';
import { Env } from '../config/env.js';
import { Db } from '../database/db.js';
import { outboxIdOf, OutboxRelay } from '../outbox/relay.js';
import { JobHandlers, Scheduled } from './job-handlers.js';
import { QueueConnection, QUEUES, type QueueName, type WorkerSpec } from './queue-connection.js';
import { QueueRecords } from './queue-records.js';
import { queuePrefixOf } from './queue-schema.js';

const DRAIN_MS = 20_000;
const STATE_EVERY_MS = 15_000;

const WORKERS: Record<QueueName, WorkerSpec> = {
  [QUEUES.outbox]: { concurrency: 8, lockMs: 30_000 },
  // A workbook keeps a core busy: one at a time in a process.
  [QUEUES.exports]: { concurrency: 1, lockMs: 60_000 },
  // A campaign waits for its turns at the gateway most of the time.
  [QUEUES.campaigns]: { concurrency: 4, lockMs: 60_000 },
  // One after the other: each has its memory, and the counters go on beside it.
  [QUEUES.imports]: { concurrency: 1, lockMs: 60_000 },
  // Uploaded files: one that takes long keeps nobody's dry run waiting, nor the next file.
  [QUEUES.reading]: { concurrency: 2, lockMs: 60_000 },
};

/** Runs the relay and the workers of this process, from start to an orderly end. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(JobRunner.name);
  private readonly stopping = new AbortController();
  private connection: QueueConnection | undefined;

  constructor(
    private readonly env: Env,
    private readonly db: Db,
    private readonly handlers: JobHandlers,
    private readonly relay: OutboxRelay,
    private readonly records: QueueRecords,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const names = Object.values(QUEUES);
    const prefix = await queuePrefixOf(this.db);
    const { databaseUrl, redisUrl } = this.env;
    const connection = await QueueConnection.open({
      databaseUrl,
      redisUrl,
      workers: names.length,
      prefix,
    });
    this.connection = connection;
    const failed = (jobId: string, error: Error) => void this.records.failed(jobId, error);
    for (const name of names) connection.work(name, (job) => this.run(job), WORKERS[name], failed);
    await this.schedule(connection);
    this.relay.start(connection);
    this.logger.log(
      `queue on ${connection.kind}; topics: ${[...this.handlers.all.keys()].join(', ')}`,
    );
  }

  /** The API, which has no connection to the queue, shows it to people and to a collector. */
  @Scheduled('queue.state', { everyMs: STATE_EVERY_MS })
  async recordState(): Promise<void> {
    if (this.connection) await this.records.state(await this.connection.state());
  }

  /** Before the database connections close: no new rows, then the jobs in hand, then the queue itself. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    // With Redis gone both would wait for it to come back.
    await Promise.race([this.drain(), this.deadline()]);
  }

  private async drain(): Promise<void> {
    await this.relay.stop();
    await this.connection?.close();
  }

  private async deadline(): Promise<void> {
    await sleep(DRAIN_MS, undefined, { ref: false });
    this.logger.warn('the queue did not end in time; jobs in hand will be run again');
  }

  private async schedule(connection: QueueConnection): Promise<void> {
    for (const { topic, queue, everyMs } of this.handlers.all.values()) {
      if (!everyMs) continue;
      await connection
        .queue(queue)
        .upsertJobScheduler(
          topic,
          { every: everyMs },
          { name: topic, opts: { attempts: 1, removeOnComplete: 10, removeOnFail: 50 } },
        );
    }
  }

  private async run(job: Job<Record<string, unknown>>): Promise<void> {
    const handler = this.handlers.all.get(job.name);
    if (!handler) throw new Error(`no handler for ${job.name}`);
    const outboxId = outboxIdOf(job.id);
    await handler.run(job.data, { outboxId, signal: this.stopping.signal });
  }
}
