import { choice, defineList, instant, oneOf, registerWords, sql, text } from '#kernel/lists';
import { JOB_SORTS, JOB_STATES, jobMatches, jobRows } from './job-list.query.js';
import { JobPermission } from './job.permissions.js';
import codes from './words/jobs.locale.js';

registerWords('jobState', { 'zh-CN': codes['zh-CN'].jobs.states, en: codes.en.jobs.states });
registerWords('jobTopic', { 'zh-CN': codes['zh-CN'].jobs.topics, en: codes.en.jobs.topics });

/** Work in the background that waits or has failed, of the whole chain. */
export const jobList = defineList({
  id: 'job-list',
  route: '/jobs',
  group: 'sales',
  permission: JobPermission.read,
  filters: { jobState: oneOf('state', JOB_STATES) },
  columns: {
    topic: choice('jobTopic'),
    state: choice('jobState'),
    createdAt: instant(),
    failedAt: instant(),
    lastError: text({ width: 50 }),
  },
  from: sql`outbox o`,
  key: sql`o.id`,
  sorts: JOB_SORTS,
  small: true,
  order: '-id',
  matches: ({ jobState }, { storeIds }) => jobMatches({ state: jobState }, storeIds),
  rows: jobRows,
  inFile: (rows) => sql`SELECT r.*, 'Asia/Shanghai' AS timezone FROM (${rows}) r`,
});
