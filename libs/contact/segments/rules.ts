/** The face for the browser: what conditions there are, and what may follow what. */
export * from './segment.rules.js';
export {
  CAMPAIGN_STATUSES,
  CAMPAIGN_TRANSITIONS,
  afterAct,
  costCents,
  quietUntil,
} from './campaigns/campaign.rules.js';
export type { CampaignAct, CampaignStatus } from './campaigns/campaign.rules.js';
