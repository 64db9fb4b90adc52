import { Logger } from '@nestjs/common';
import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  Worker,
  type BackendFactory,
  type ConnectionOptions,
  type Processor,
  type RedisQueueBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

export const QUEUES = {
  outbox: 'outbox',
  exports: 'exports',
  campaigns: 'campaigns',
  imports: 'imports',
  reading: 'reading',
} as const;
export type QueueName = (typeof QUEUES)[keyof typeof QUEUES];

/** The relay may offer the same job again for this long; until then a finished job keeps its id taken. */
const KEEP_COMPLETED_SECONDS = 24 * 3600;
const KEEP_FAILED_SECONDS = 30 * 24 * 3600;
const ATTEMPTS = 5;
const SAME_ERROR_MS = 10_000;

export interface QueueAddress {
  databaseUrl: string;
  redisUrl: string | null;
  /** How many workers this process runs: each holds a connection that listens. */
  workers: number;
  /** Keeps the jobs of several databases on one Redis apart. */
  prefix: string;
}

export const QUEUE_STATES = ['waiting', 'active', 'delayed', 'failed'] as const;
export interface QueueCount {
  queue: QueueName;
  state: (typeof QUEUE_STATES)[number];
  jobs: number;
}

export type JobFailed = (jobId: string, error: Error) => void;

export interface WorkerSpec {
  concurrency: number;
  /** How long a job may be silent before another worker takes it. */
  lockMs: number;
}

/** One Redis connection, or one pool of PostgreSQL connections, for all queues and workers of a process. */
export class QueueConnection {
  private readonly logger = new Logger(QueueConnection.name);
  private readonly queues = new Map<QueueName, Queue>();
  private readonly workers: Worker[] = [];
  private reported = { message: '', at: 0 };
  private readonly redis: Redis | undefined;
  private readonly pool: pg.Pool | undefined;

  private constructor(private readonly address: QueueAddress) {
    if (address.redisUrl) {
      this.redis = new Redis(address.redisUrl, { maxRetriesPerRequest: null, lazyConnect: true });
      this.redis.on('error', this.report);
    } else {
      this.pool = new pg.Pool({
        connectionString: address.databaseUrl,
        // Every worker keeps one connection listening: a smaller pool stops silently.
        max: 2 * address.workers + 2,
        keepAlive: true,
        connectionTimeoutMillis: 10_000,
        application_name: 'shuke-queue',
        options: '-c search_path=bullmq',
      });
      this.pool.setMaxListeners(50);
      this.pool.on('error', this.report);
    }
  }

  get kind(): 'redis' | 'postgres' {
    return this.redis ? 'redis' : 'postgres';
  }

  /** Errors: the driver's own, where Redis or PostgreSQL is not there or the queue's schema is missing. */
  static async open(address: QueueAddress): Promise<QueueConnection> {
    const connection = new QueueConnection(address);
    try {
      // BullMQ remembers a first connection that failed and never tries again: see that it is there before.
      if (connection.redis) await connection.redis.connect();
      else await connection.pool?.query('SELECT max(version) FROM migration');
      return connection;
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  queue(name: QueueName): Queue {
    let queue = this.queues.get(name);
    if (!queue) {
      const defaultJobOptions = {
        attempts: ATTEMPTS,
        backoff: { type: 'exponential', delay: 2_000 },
        removeOnComplete: { age: KEEP_COMPLETED_SECONDS },
        removeOnFail: { age: KEEP_FAILED_SECONDS },
      };
      queue = new Queue(name, { ...this.options, defaultJobOptions }, this.factory);
      queue.on('error', this.report);
      this.queues.set(name, queue);
    }
    return queue;
  }

  /** How many jobs each queue has, by what they wait for. */
  async state(): Promise<QueueCount[]> {
    const counts = await Promise.all(
      Object.values(QUEUES).map(async (queue) => {
        const jobs = await this.queue(queue).getJobCounts(...QUEUE_STATES);
        return QUEUE_STATES.map((state) => ({ queue, state, jobs: jobs[state] ?? 0 }));
      }),
    );
    return counts.flat();
  }

  /** Starts to work on a queue; `failed` hears of a job that is not tried again. */
  work(name: QueueName, processor: Processor, spec: WorkerSpec, failed?: JobFailed): Worker {
    const worker = new Worker(
      name,
      processor,
      {
        ...this.options,
        concurrency: spec.concurrency,
        lockDuration: spec.lockMs,
        stalledInterval: spec.lockMs,
        drainDelay: 5,
        runRetryDelay: 1_000,
      },
      this.factory,
    );
    worker.on('error', this.report);
    worker.on('failed', (job, error) => {
      const { id, attemptsMade: attempts } = job ?? {};
      this.logger.warn({ queue: name, job: id, attempts, err: error }, 'job failed');
      // Set where it is the end: tries that follow leave it open.
      if (job?.finishedOn && id) failed?.(id, error);
    });
    this.workers.push(worker);
    return worker;
  }

  /** Waits for the jobs in hand, then lets go of everything. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    if (this.redis) {
      if (this.redis.status === 'ready') await this.redis.quit();
      else this.redis.disconnect();
    }
    await this.pool?.end();
  }

  // The classes are typed for Redis; the factory decides what a connection is and what stands behind it.
  private get options(): { connection: ConnectionOptions; prefix: string } {
    return {
      connection: (this.redis ?? this.pool) as ConnectionOptions,
      prefix: this.address.prefix,
    };
  }

  private get factory(): BackendFactory<RedisQueueBackend> {
    return this.redis
      ? createRedisBackend
      : (createPostgresBackend as unknown as BackendFactory<RedisQueueBackend>);
  }

  // An `error` event that nobody hears ends the process. A server that is away says the same again and again.
  private readonly report = (error: Error): void => {
    const now = performance.now();
    if (error.message === this.reported.message && now - this.reported.at < SAME_ERROR_MS) return;
    this.reported = { message: error.message, at: now };
    this.logger.warn({ err: error, backend: this.kind }, 'queue connection');
  };
}
