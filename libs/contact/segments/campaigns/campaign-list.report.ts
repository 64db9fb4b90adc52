import {
  choice,
  defineList,
  instant,
  oneOf,
  registerWords,
  sql,
  text,
  whole,
  words,
} from '#kernel/lists';
import codes from '../words/campaigns.locale.js';
import {
  CAMPAIGN_SORTS,
  campaignMatches,
  campaignRows,
  campaignSeen,
} from './campaign-list.query.js';
import { CampaignPermission } from './campaign.permissions.js';
import { CAMPAIGN_STATUSES } from './campaign.rules.js';

registerWords('campaignStatus', {
  'zh-CN': codes['zh-CN'].campaigns.status,
  en: codes.en.campaigns.status,
});

/** Messages to many, and how many of them arrived. */
export const campaignList = defineList({
  id: 'campaign-list',
  route: '/campaigns',
  group: 'members',
  permission: CampaignPermission.read,
  filters: { q: words('q'), campaignStatus: oneOf('status', CAMPAIGN_STATUSES) },
  columns: {
    name: text({ width: 24 }),
    status: choice('campaignStatus'),
    reached: whole(),
    recipients: whole(),
    segmentName: text(),
    scheduledAt: instant(),
    finishedAt: instant(),
    createdByName: text({ width: 12 }),
  },
  from: sql`campaign c`,
  key: sql`c.id`,
  sorts: CAMPAIGN_SORTS,
  small: true,
  order: '-id',
  matches: ({ q, campaignStatus }, scope) =>
    sql`${campaignSeen(scope)} AND ${campaignMatches({ q, status: campaignStatus })}`,
  rows: campaignRows,
  inFile: (rows) => sql`
    SELECT r.*, n.recipients, n.reached FROM (${rows}) r CROSS JOIN LATERAL (
      SELECT count(*) AS recipients, count(*) FILTER (WHERE g.status IN ('sent', 'delivered')) AS reached
        FROM message g WHERE g.campaign_id = r.id) n`,
});
