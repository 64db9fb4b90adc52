import type { JobView } from '#web/api-client';
import type { Column } from '#web/web-kit';

export const jobColumns: Column<JobView>[] = [
  { id: 'topic', label: 'jobs.topic', sortable: true },
  { id: 'state', label: 'common.status' },
  { id: 'createdAt', label: 'jobs.createdAt', type: 'datetime', sortable: true },
  { id: 'failedAt', label: 'jobs.failedAt', type: 'datetime', sortable: true },
  { id: 'lastError', label: 'jobs.reason' },
];
