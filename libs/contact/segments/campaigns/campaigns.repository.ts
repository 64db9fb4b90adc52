import { Injectable } from '@nestjs/common';
import type { Actor, Page, Sql, Tx } from '#kernel';
import type { SegmentFilter } from '../segment.rules.js';
import { campaignList } from './campaign-list.report.js';
import type { CampaignCounts, CampaignQuery, CampaignReason, CampaignRow } from './campaign.dto.js';
import type { CampaignStatus } from './campaign.rules.js';

export interface NewCampaign {
  name: string;
  segmentId: number | null;
  templateId: number | null;
  filter: SegmentFilter;
  allStores: boolean;
  storeIds: readonly number[];
  body: string;
  signature: string;
  optOut: string;
  priceMills: number;
  expected: number;
  scheduledAt: Date;
  createdBy: number;
  createdAt: Date;
}

export interface CampaignRecord {
  id: number;
  status: CampaignStatus;
  filter: SegmentFilter;
  allStores: boolean;
  storeIds: number[];
  body: string;
  signature: string;
  optOut: string;
  scheduledAt: Date;
  preparedAt: Date | null;
}

export interface CampaignDetail extends Omit<CampaignRow, 'counts' | 'recipients'> {
  body: string;
  signature: string;
  optOut: string;
  priceMills: number;
}

const DETAIL = `c.id, c.name, c.status, c.error_code AS "errorCode", c.segment_id AS "segmentId", g.name AS "segmentName", o.name AS "createdByName",
  c.created_at AS "createdAt", c.scheduled_at AS "scheduledAt", c.finished_at AS "finishedAt", c.expected, c.body, c.signature, c.opt_out AS "optOut",
  c.price_mills AS "priceMills"`;
const JOINED =
  'campaign c JOIN staff o ON o.id = c.created_by LEFT JOIN segment g ON g.id = c.segment_id';
// One's own, those of one's stores, and all of them for head office.
const SEEN = '($1 OR c.created_by = $2 OR (NOT c.all_stores AND c.store_ids <@ $3))';
const seenBy = (actor: Actor): unknown[] => [actor.allStores, actor.staffId, actor.storeIds];

const NONE: CampaignCounts = {
  queued: 0,
  sending: 0,
  sent: 0,
  delivered: 0,
  failed: 0,
  unknown: 0,
  suppressed: 0,
};

@Injectable()
export class CampaignsRepository {
  async insert(tx: Tx, campaign: NewCampaign): Promise<number> {
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO campaign (name, segment_id, template_id, filter, all_stores, store_ids, body, signature, opt_out, price_mills, expected, status,
                             scheduled_at, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'scheduled', $12, $13, $14) RETURNING id`,
      [
        campaign.name,
        campaign.segmentId,
        campaign.templateId,
        JSON.stringify(campaign.filter),
        campaign.allStores,
        campaign.storeIds,
        campaign.body,
        campaign.signature,
        campaign.optOut,
        campaign.priceMills,
        campaign.expected,
        campaign.scheduledAt,
        campaign.createdBy,
        campaign.createdAt,
      ],
    );
    return id;
  }

  async list(sql: Sql, actor: Actor, query: CampaignQuery): Promise<Page<CampaignRow>> {
    const { storeIds, staffId, allStores: chain } = actor;
    const filters = { q: query.q, campaignStatus: query.status };
    const page = await campaignList.page<Omit<CampaignRow, 'counts' | 'recipients'>>(
      sql,
      filters,
      { storeIds, staffId, chain },
      query,
    );
    const counts = await this.counts(
      sql,
      page.rows.map(({ id }) => id),
    );
    const rows = page.rows.map((row) => {
      const own = counts.get(row.id) ?? NONE;
      return { ...row, counts: own, recipients: sumOf(own) };
    });
    return { ...page, rows };
  }

  find(sql: Sql, actor: Actor, id: number): Promise<CampaignDetail | undefined> {
    return sql.maybe(`SELECT ${DETAIL} FROM ${JOINED} WHERE ${SEEN} AND c.id = $4`, [
      ...seenBy(actor),
      id,
    ]);
  }

  lockFor(tx: Tx, actor: Actor, id: number): Promise<CampaignRecord | undefined> {
    return tx.maybe(`SELECT ${RECORD} FROM campaign c WHERE ${SEEN} AND c.id = $4 FOR UPDATE`, [
      ...seenBy(actor),
      id,
    ]);
  }

  lock(tx: Tx, id: number): Promise<CampaignRecord | undefined> {
    return tx.maybe(`SELECT ${RECORD} FROM campaign c WHERE c.id = $1 FOR UPDATE`, [id]);
  }

  async move(
    tx: Tx,
    id: number,
    to: { status: CampaignStatus; at: Date; errorCode?: string },
  ): Promise<void> {
    await tx.query(
      `UPDATE campaign SET status = $2, error_code = $3, beat_at = $4,
              finished_at = CASE WHEN $2 IN ('done', 'cancelled') THEN $4::timestamptz END WHERE id = $1`,
      [id, to.status, to.errorCode ?? null, to.at],
    );
  }

  async prepared(tx: Tx, id: number, at: Date): Promise<void> {
    await tx.query('UPDATE campaign SET prepared_at = $2 WHERE id = $1', [id, at]);
  }

  async counts(sql: Sql, ids: readonly number[]): Promise<Map<number, CampaignCounts>> {
    const rows = await sql.query<{ id: number; status: keyof CampaignCounts; count: number }>(
      'SELECT campaign_id AS id, status, count(*) AS count FROM message WHERE campaign_id = ANY ($1::bigint[]) GROUP BY campaign_id, status',
      [ids],
    );
    const counts = new Map<number, CampaignCounts>();
    for (const { id, status, count } of rows)
      counts.set(id, { ...(counts.get(id) ?? NONE), [status]: count });
    return counts;
  }

  reasons(sql: Sql, id: number): Promise<CampaignReason[]> {
    return sql.query(
      "SELECT status, reason, count(*) AS count FROM message WHERE campaign_id = $1 AND status IN ('suppressed', 'failed', 'unknown') AND reason IS NOT NULL GROUP BY status, reason ORDER BY count(*) DESC, reason",
      [id],
    );
  }

  /** Parts of what went out, or may have. */
  async parts(sql: Sql, id: number): Promise<number> {
    const { parts } = await sql.one<{ parts: number }>(
      "SELECT coalesce(sum(segments), 0)::bigint AS parts FROM message WHERE campaign_id = $1 AND status IN ('sending', 'sent', 'delivered', 'unknown')",
      [id],
    );
    return parts;
  }

  async waitingTimezones(sql: Sql, id: number): Promise<string[]> {
    const rows = await sql.query<{ timezone: string }>(
      `SELECT DISTINCT s.timezone FROM (SELECT DISTINCT store_id FROM message WHERE campaign_id = $1 AND status = 'queued') q
         JOIN store s ON s.id = q.store_id`,
      [id],
    );
    return rows.map(({ timezone }) => timezone);
  }
}

const RECORD = `c.id, c.status, c.filter, c.all_stores AS "allStores", c.store_ids AS "storeIds", c.body, c.signature, c.opt_out AS "optOut",
  c.scheduled_at AS "scheduledAt", c.prepared_at AS "preparedAt"`;

export const sumOf = (counts: CampaignCounts): number =>
  Object.values(counts).reduce<number>((sum, count) => sum + Number(count), 0);

export const noCounts = (): CampaignCounts => ({ ...NONE });
