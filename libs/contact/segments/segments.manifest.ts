import { messageKinds } from '#chain/notices';
import messageWords from './words/message-kinds.locale.js';
import { chainSettings } from '#chain/settings';
import { CAMPAIGN_SETTINGS } from './campaign.settings.js';
import { campaignsOfMessages } from '#contact/messaging';
import type { Manifest } from '#kernel';
import { sql } from '#kernel/lists';
import { SegmentsModule, SegmentsWorkerModule } from './segments.module.js';
import * as campaignEntities from './campaigns/campaign.entity.js';
import * as segment from './segment.entity.js';

export const segmentsManifest: Manifest = {
  entities: [campaignEntities, segment],
  api: SegmentsModule,
  worker: SegmentsWorkerModule,
  declares: [
    messageKinds(messageWords),
    chainSettings(CAMPAIGN_SETTINGS),
    campaignsOfMessages.says(sql`SELECT id, name, body FROM campaign`),
  ],
};
