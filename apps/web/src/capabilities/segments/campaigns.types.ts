import type { CampaignStatus } from '#segments/rules';

export interface CampaignCounts {
  queued: number;
  sending: number;
  sent: number;
  delivered: number;
  failed: number;
  unknown: number;
  suppressed: number;
}
export interface CampaignRow {
  id: number;
  name: string;
  status: CampaignStatus;
  errorCode: string | null;
  segmentId: number | null;
  segmentName: string | null;
  createdByName: string;
  createdAt: string;
  scheduledAt: string;
  finishedAt: string | null;
  recipients: number;
  expected: number;
  counts: CampaignCounts;
}
export interface CampaignView extends CampaignRow {
  body: string;
  signature: string;
  optOut: string;
  reasons: { status: string; reason: string; count: number }[];
  parts: number;
  costCents: number;
  quietUntil: string | null;
}
export interface CampaignPreview {
  members: number;
  reachable: number;
  noPhone: number;
  notAsked: number;
  noConsent: number;
  parts: number;
  exact: boolean;
  fewestParts: number;
  mostParts: number;
  costCents: number;
  priceMills: number;
  waiting: number;
  waitingUntil: string | null;
  samples: { memberId: number; memberName: string; text: string; parts: number }[];
  unknown: string[];
}
export interface CampaignAudience {
  segmentId?: number;
  memberIds?: number[];
}
export interface CampaignDraft extends CampaignAudience {
  body: string;
  scheduledAt?: string;
}
