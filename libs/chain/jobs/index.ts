import './job-list.report.js';

export { JobError } from './job.errors.js';
export { JobPermission } from './job.permissions.js';
export { jobsManifest } from './jobs.manifest.js';
export { JobsModule } from './jobs.module.js';
