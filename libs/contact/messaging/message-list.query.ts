import { byStoreName } from '#chain/stores';
import { matchesMember, questionOf } from '#membership/members';
import { by, nothing, sql, type SqlText, startOf } from '#kernel/lists';
import { campaignsOfMessages } from './bulk-messages.js';
import type { MessageStatus } from './message.rules.js';

export const MESSAGE_SORTS = {
  at: by(sql`g.created_at`),
  storeName: byStoreName(sql`g.store_id`),
};

/** What a list of messages may be narrowed to; what is missing narrows nothing. */
export interface MessageFilter {
  q?: string | null;
  /** Days of the chain, both included. */
  period?: { from?: string | undefined; to?: string | undefined } | null;
  kind?: string | null;
  status?: MessageStatus | null;
  campaign?: number | null;
}

/** The condition on `g` that a filter means, within these stores: one for the screen and the file. */
export function messageMatches(filter: MessageFilter, storeIds: readonly number[]): SqlText {
  const { q, period, kind, status, campaign } = filter;
  // Members are found here by what the desk finds them by.
  return sql`g.store_id = ANY (${storeIds}::bigint[])
    ${period?.from ? sql`AND g.created_at >= ${startOf(period.from)}` : nothing}
    ${period?.to ? sql`AND g.created_at < ${startOf(period.to)} + interval '1 day'` : nothing}
    ${kind ? sql`AND g.kind = ${kind}` : nothing}
    ${status ? sql`AND g.status = ${status}` : nothing}
    ${campaign ? sql`AND g.campaign_id = ${campaign}` : nothing}
    ${q ? sql`AND ${matchesMember(questionOf(q), sql`g.member_id`)}` : nothing}`;
}

/** The rows of a list for the messages whose ids a query gives. */
export function messageRows(ids: SqlText): SqlText {
  return sql`
    SELECT g.id, g.created_at AS at, g.store_id AS "storeId", s.name AS "storeName", g.member_id AS "memberId",
           coalesce(m.name, m.nickname) AS "memberName", g.phone, g.kind, coalesce(nullif(g.body, ''), c.body, '') AS body, g.segments, g.status,
           g.reason, g.driver, g.sent_at AS "sentAt", g.campaign_id AS "campaignId", c.name AS "campaignName"
      FROM (${ids}) h JOIN message g ON g.id = h.id JOIN store s ON s.id = g.store_id JOIN member m ON m.id = g.member_id
      LEFT JOIN (${campaignsOfMessages.ask()}) c ON c.id = g.campaign_id`;
}
