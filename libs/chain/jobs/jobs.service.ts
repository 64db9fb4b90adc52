import { Injectable } from '@nestjs/common';
import { type Actor, Audit, Db, Outbox, type Page } from '#kernel';
import type { JobQuery, JobView, QueuesView, SendAgainInput, SentAgainView } from './job.dto.js';
import { JobError } from './job.errors.js';
import { jobList } from './job-list.report.js';

@Injectable()
export class JobsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  page({ storeIds }: Actor, query: JobQuery): Promise<Page<JobView>> {
    const filters = { jobState: query.state };
    return this.db.read((snapshot) => jobList.page(snapshot, filters, { storeIds }, query));
  }

  queues(): Promise<QueuesView> {
    return this.db.one<QueuesView>(
      `SELECT coalesce((SELECT json_agg(q ORDER BY q.queue) FROM (
                SELECT queue, max(at) AS at, coalesce(sum(jobs) FILTER (WHERE state = 'waiting'), 0) AS waiting,
                       coalesce(sum(jobs) FILTER (WHERE state = 'active'), 0) AS active,
                       coalesce(sum(jobs) FILTER (WHERE state = 'delayed'), 0) AS delayed,
                       coalesce(sum(jobs) FILTER (WHERE state = 'failed'), 0) AS failed
                  FROM queue_state GROUP BY queue) q), '[]') AS queues,
              o.waiting, o.failed, o."oldestSeconds"
         FROM (SELECT count(*) FILTER (WHERE relayed_at IS NULL AND failed_at IS NULL) AS waiting,
                      count(*) FILTER (WHERE failed_at IS NOT NULL) AS failed,
                      coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE relayed_at IS NULL)), 0)::int AS "oldestSeconds"
                 FROM outbox WHERE relayed_at IS NULL OR failed_at IS NOT NULL) o`,
    );
  }

  /** Runs again what failed for good. Errors: job.not_failed. */
  sendAgain(actor: Actor, { ids }: SendAgainInput): Promise<SentAgainView> {
    return this.db.write(async (tx) => {
      const sent = await Outbox.sendAgain(tx, ids);
      if (!sent.length) throw JobError.notFailed();
      for (const id of sent)
        await this.audit.record(tx, actor, {
          action: 'job.send_again',
          subjectKind: 'job',
          subjectId: id,
        });
      return { jobs: sent.length };
    });
  }
}
