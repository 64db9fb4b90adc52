import { conditions } from '#chain/conditions';
import conditionWords from './words/conditions.locale.js';
import { POINTS_CONDITIONS } from './points.conditions.js';
import { chainSettings } from '#chain/settings';
import { POINTS_SETTINGS } from './points.settings.js';
import type { Manifest } from '#kernel';
import { grantKinds } from '#chain/grants';
import { tenderKinds } from '#chain/tenders';
import { pointsGrant } from './points.grant.js';
import { PointsModule } from './points.module.js';
import { pointsTender } from './points.tender.js';

export const pointsManifest: Manifest = {
  api: PointsModule,
  declares: [
    conditions(conditionWords, ...POINTS_CONDITIONS),
    chainSettings(POINTS_SETTINGS),
    tenderKinds(pointsTender),
    grantKinds(pointsGrant),
  ],
};
