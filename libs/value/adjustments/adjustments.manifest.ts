import type { Manifest } from '#kernel';
import { bookChecks, entryKinds } from '#ledger';
import { ADJUSTMENT_KINDS } from './adjustment.kinds.js';
import { ADJUSTMENT_CHECKS } from './adjustment.checks.js';
import { ADJUSTMENTS_OF_MEMBERS } from './adjustments.member-part.js';
import { ADJUSTMENT_TIMELINE } from './adjustment.timeline.js';
import { AdjustmentsModule } from './adjustments.module.js';
import * as adjustmentEntities from './adjustment.entity.js';

export const adjustmentsManifest: Manifest = {
  entities: [adjustmentEntities],
  api: AdjustmentsModule,
  declares: [
    ADJUSTMENT_TIMELINE,
    ADJUSTMENTS_OF_MEMBERS,
    entryKinds(...ADJUSTMENT_KINDS),
    bookChecks(...ADJUSTMENT_CHECKS),
  ],
};
