import type { CampaignPreviewInput } from '#web/api-client';

export type {
  CampaignCounts,
  CampaignPreview,
  CampaignPreviewInput as CampaignDraft,
  CampaignRow,
} from '#web/api-client';
export type CampaignAudience = Pick<CampaignPreviewInput, 'segmentId' | 'memberIds'>;
