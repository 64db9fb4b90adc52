import { by, sql, type SqlText } from '#kernel/lists';

export const JOB_STATES = ['failed', 'waiting'] as const;
export type JobState = (typeof JOB_STATES)[number];

export const JOB_SORTS = {
  createdAt: by(sql`o.created_at`),
  failedAt: by(sql`o.failed_at`),
  topic: by(sql`o.topic`),
};

/** What failed for good, and what is no job yet. What was handed over and has run is of no interest. */
export function jobMatches(
  { state }: { state?: JobState | null | undefined },
  storeIds: readonly number[],
): SqlText {
  const scope = sql`cardinality(${storeIds}::bigint[]) > 0`;
  if (state === 'failed') return sql`${scope} AND o.failed_at IS NOT NULL`;
  if (state === 'waiting') return sql`${scope} AND o.relayed_at IS NULL AND o.failed_at IS NULL`;
  return sql`${scope} AND (o.failed_at IS NOT NULL OR o.relayed_at IS NULL)`;
}

export const jobRows = (ids: SqlText): SqlText => sql`
  SELECT o.id, replace(o.topic, '.', '-') AS topic, CASE WHEN o.failed_at IS NULL THEN 'waiting' ELSE 'failed' END AS state, o.created_at AS "createdAt",
         o.failed_at AS "failedAt", o.last_error AS "lastError"
    FROM (${ids}) h JOIN outbox o ON o.id = h.id`;
