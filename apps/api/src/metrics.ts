import { Injectable } from '@nestjs/common';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { Db } from '#kernel';

interface PoolCounts {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

interface JobCounts {
  waiting: number;
  failed: number;
  oldestSeconds: number;
  queues: { queue: string; state: string; count: number; ageSeconds: number }[];
}

/** What Prometheus may ask of this process. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'shuke_http_request_duration_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });
  private readonly outbox = new Gauge({
    name: 'shuke_outbox_rows',
    help: 'Outbox rows that are no job yet, and those whose job failed for good; -1 where the database does not answer',
    labelNames: ['state'],
    registers: [this.registry],
  });
  private readonly oldest = new Gauge({
    name: 'shuke_outbox_oldest_seconds',
    help: 'How long the oldest outbox row has waited to become a job',
    registers: [this.registry],
  });
  private readonly queued = new Gauge({
    name: 'shuke_queue_jobs',
    help: 'Jobs by queue and state, as a worker said last',
    labelNames: ['queue', 'state'],
    registers: [this.registry],
  });
  private readonly age = new Gauge({
    name: 'shuke_queue_age_seconds',
    help: 'How long ago a worker said so: it grows where none runs',
    registers: [this.registry],
  });

  constructor(private readonly db: Db) {
    collectDefaultMetrics({ register: this.registry });
    const pool = () => (this.db.dataSource.driver as unknown as { master?: PoolCounts }).master;
    new Gauge({
      name: 'shuke_database_connections',
      help: 'Connections of the pool by state; waiting: requests that wait for one',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        const counts = pool();
        this.set({ state: 'busy' }, (counts?.totalCount ?? 0) - (counts?.idleCount ?? 0));
        this.set({ state: 'idle' }, counts?.idleCount ?? 0);
        this.set({ state: 'waiting' }, counts?.waitingCount ?? 0);
      },
    });
  }

  /** All of it, in the collector's format. */
  async text(): Promise<string> {
    const { waiting, failed, oldestSeconds, queues } = await this.jobs();
    this.outbox.set({ state: 'waiting' }, waiting);
    this.outbox.set({ state: 'failed' }, failed);
    this.oldest.set(oldestSeconds);
    for (const { queue, state, count, ageSeconds } of queues) {
      this.queued.set({ queue, state }, count);
      this.age.set(ageSeconds);
    }
    return this.registry.metrics();
  }

  answered(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  private async jobs(): Promise<JobCounts> {
    try {
      return await this.db.one<JobCounts>(
        `SELECT count(*) FILTER (WHERE relayed_at IS NULL AND failed_at IS NULL) AS waiting,
                count(*) FILTER (WHERE failed_at IS NOT NULL) AS failed,
                coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE relayed_at IS NULL AND failed_at IS NULL)), 0)::int AS "oldestSeconds",
                coalesce((SELECT json_agg(json_build_object('queue', queue, 'state', state, 'count', jobs,
                                                            'ageSeconds', extract(epoch FROM now() - at)::int)) FROM queue_state), '[]') AS queues
           FROM outbox WHERE relayed_at IS NULL OR failed_at IS NOT NULL`,
      );
    } catch {
      return { waiting: -1, failed: -1, oldestSeconds: -1, queues: [] };
    }
  }
}
