import type { Manifest } from '#kernel';
import { grantKinds } from '#chain/grants';
import { tenderKinds } from '#chain/tenders';
import { pointsGrant } from './points.grant.js';
import { PointsModule } from './points.module.js';
import { pointsTender } from './points.tender.js';

export const pointsManifest: Manifest = {
  api: PointsModule,
  declares: [tenderKinds(pointsTender), grantKinds(pointsGrant)],
};
