import type { BadgeTone, Column } from '#web/web-kit';
import type { CampaignStatus } from '#contact/segments/rules';
import type { CampaignRow } from './campaigns.types.js';

export const campaignColumns: Column<CampaignRow>[] = [
  { id: 'name', label: 'campaigns.one', sortable: true },
  { id: 'status', label: 'common.status' },
  { id: 'progress', label: 'campaigns.reached', align: 'right', inFile: ['reached'] },
  { id: 'recipients', label: 'campaigns.recipients', type: 'number' },
  { id: 'segmentName', label: 'campaigns.segment' },
  { id: 'scheduledAt', label: 'campaigns.scheduledAt', type: 'datetime', sortable: true },
  { id: 'finishedAt', label: 'campaigns.finishedAt', type: 'datetime', sortable: true },
  { id: 'createdByName', label: 'campaigns.createdBy', sortable: true },
];

const TONES: Partial<Record<CampaignStatus, BadgeTone>> = {
  scheduled: 'info',
  running: 'info',
  paused: 'warn',
  done: 'ok',
  failed: 'bad',
};
export const campaignTone = (status: CampaignStatus): BadgeTone => TONES[status] ?? 'plain';
