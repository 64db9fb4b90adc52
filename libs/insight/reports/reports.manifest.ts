import type { Manifest } from '#kernel';
import { EXPORTS_OF_MEMBERS } from './exports.member-part.js';
import { ReportsModule, ReportsWorkerModule } from './reports.module.js';
import * as exportEntities from './exports/export.entity.js';

export const reportsManifest: Manifest = {
  entities: [exportEntities],
  api: ReportsModule,
  worker: ReportsWorkerModule,
  declares: [EXPORTS_OF_MEMBERS],
};
