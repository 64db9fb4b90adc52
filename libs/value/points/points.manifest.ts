import type { Manifest } from '#kernel';
import { tenderKinds } from '#chain/tenders';
import { PointsModule } from './points.module.js';
import { pointsTender } from './points.tender.js';

export const pointsManifest: Manifest = {
  api: PointsModule,
  declares: [tenderKinds(pointsTender)],
};
