import type { Manifest } from '#kernel';
import { ImportsModule, ImportsWorkerModule } from './imports.module.js';
import * as importEntities from './import.entity.js';

export const importsManifest: Manifest = {
  entities: [importEntities],
  api: ImportsModule,
  worker: ImportsWorkerModule,
};
