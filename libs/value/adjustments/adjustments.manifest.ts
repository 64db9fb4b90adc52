import { chainSettings } from '#chain/settings';
import { ADJUSTMENT_SETTINGS } from './adjustment.settings.js';
import { notices } from '#chain/notices';
import noticeWords from './words/notices.locale.js';
import { adjustmentNotice } from './adjustment.notices.js';
import type { Manifest } from '#kernel';
import { documents } from '#membership/documents';
import { adjustmentDocument } from './adjustment.document.js';
import { ADJUSTMENTS_OF_MEMBERS } from './adjustments.member-part.js';
import { AdjustmentsModule } from './adjustments.module.js';
import * as adjustmentEntities from './adjustment.entity.js';

export const adjustmentsManifest: Manifest = {
  entities: [adjustmentEntities],
  api: AdjustmentsModule,
  declares: [
    chainSettings(ADJUSTMENT_SETTINGS),
    notices(noticeWords, adjustmentNotice),
    ADJUSTMENTS_OF_MEMBERS,
    documents(adjustmentDocument),
  ],
};
