import { Injectable } from '@nestjs/common';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { Db } from '#kernel';

interface PoolCounts {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** What Prometheus may ask of this process. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'shuke_http_request_duration_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
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
    const waiting = () => this.outboxWaiting();
    new Gauge({
      name: 'shuke_outbox_waiting',
      help: 'Outbox rows that are no job yet; -1 where the database does not answer',
      registers: [this.registry],
      async collect() {
        this.set(await waiting());
      },
    });
  }

  answered(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  private async outboxWaiting(): Promise<number> {
    try {
      return (
        await this.db.one<{ count: number }>('SELECT count(*) FROM outbox WHERE relayed_at IS NULL')
      ).count;
    } catch {
      return -1;
    }
  }
}
