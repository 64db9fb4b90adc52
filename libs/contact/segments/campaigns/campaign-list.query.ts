import { byStaffName } from '#chain/identity';
import { by, byWords, nothing, sql, type SqlText } from '#kernel/lists';
import type { CampaignStatus } from './campaign.rules.js';

export const CAMPAIGN_SORTS = {
  name: byWords(sql`c.name`),
  scheduledAt: by(sql`c.scheduled_at`),
  finishedAt: by(sql`c.finished_at`),
  createdByName: byStaffName(sql`c.created_by`),
};

/** One's own, those of one's stores, and all of them for head office. */
export const campaignSeen = (reader: {
  chain?: boolean;
  staffId?: number;
  storeIds: readonly number[];
}): SqlText =>
  reader.chain
    ? sql`true`
    : sql`(c.created_by = ${reader.staffId} OR (NOT c.all_stores AND c.store_ids <@ ${reader.storeIds}))`;

interface CampaignFilter {
  q?: string | null;
  status?: CampaignStatus | null;
}

/** The condition on `c` that a filter means. */
export const campaignMatches = ({ q, status }: CampaignFilter): SqlText => sql`true
  ${status ? sql`AND c.status = ${status}` : nothing}
  ${q ? sql`AND strpos(lower(c.name), lower(${q})) > 0` : nothing}`;

/** The rows of a list for the campaigns whose ids a query gives. */
export const campaignRows = (ids: SqlText): SqlText => sql`
  SELECT c.id, c.name, c.status, c.error_code AS "errorCode", c.segment_id AS "segmentId", g.name AS "segmentName", o.name AS "createdByName",
         c.created_at AS "createdAt", c.scheduled_at AS "scheduledAt", c.finished_at AS "finishedAt", c.expected
    FROM (${ids}) h JOIN campaign c ON c.id = h.id JOIN staff o ON o.id = c.created_by LEFT JOIN segment g ON g.id = c.segment_id`;
