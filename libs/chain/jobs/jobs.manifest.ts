import type { Manifest } from '#kernel';
import { JobsModule } from './jobs.module.js';

export const jobsManifest: Manifest = { api: JobsModule };
