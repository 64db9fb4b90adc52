import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '#kernel';
import type { GatewayAnswer } from '#messaging';

/** What becomes of one queued message. */
export interface Decision {
  id: number;
  status: 'sending' | 'suppressed';
  reason: string | null;
  phone: string | null;
  body: string;
  segments: number;
}

@Injectable()
export class CampaignSendingRepository {
  /** The statement that writes a row for everybody of the audience, suppressed ones with their reason. */
  prepareText(where: string, campaignId: string): string {
    return `
      WITH written AS (
        INSERT INTO message (campaign_id, kind, member_id, store_id, body, segments, status, reason)
        SELECT ${campaignId}::bigint, 'campaign', r.id, r.store_id, '', 0, CASE WHEN r.reason IS NULL THEN 'queued' ELSE 'suppressed' END, r.reason
          FROM (SELECT m.id, m.home_store_id AS store_id,
                       CASE WHEN m.phone IS NULL THEN 'no_phone' WHEN a.granted IS NULL THEN 'not_asked' WHEN NOT a.granted THEN 'no_consent' END AS reason
                  FROM member m LEFT JOIN LATERAL (SELECT c.granted FROM member_consent c WHERE c.member_id = m.id AND c.channel = 'sms_marketing'
                       ORDER BY c.id DESC LIMIT 1) a ON true
                 WHERE ${where}) r
         ORDER BY r.id
        ON CONFLICT (campaign_id, member_id) WHERE campaign_id IS NOT NULL DO NOTHING RETURNING 1)
      SELECT count(*) AS count FROM written`;
  }

  stores(sql: Sql): Promise<{ id: number; timezone: string }[]> {
    return sql.query('SELECT id, timezone FROM store');
  }

  /** A sign of life. Returns false where the campaign no longer runs. */
  async beat(sql: Sql, id: number, at: Date): Promise<boolean> {
    const running = await sql.maybe(
      "UPDATE campaign SET beat_at = $2 WHERE id = $1 AND status = 'running' RETURNING id",
      [id, at],
    );
    return running !== undefined;
  }

  /** Holds off a pause or a cancel until the slice is marked; not shared, or slices would pass a pause that waits. Returns false where the campaign no longer runs. */
  async holdRunning(tx: Tx, id: number): Promise<boolean> {
    const found = await tx.maybe<{ status: string }>(
      'SELECT status FROM campaign WHERE id = $1 FOR NO KEY UPDATE',
      [id],
    );
    return found?.status === 'running';
  }

  /** Some messages that wait, for this worker alone, outside of stores that have quiet hours. */
  claim(
    tx: Tx,
    id: number,
    quietStoreIds: readonly number[],
    limit: number,
  ): Promise<{ id: number; memberId: number }[]> {
    return tx.query(
      `SELECT id, member_id AS "memberId" FROM message WHERE campaign_id = $1 AND status = 'queued' AND store_id <> ALL ($2::bigint[])
        ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [id, quietStoreIds, limit],
    );
  }

  async decide(tx: Tx, decisions: readonly Decision[], driver: string, at: Date): Promise<void> {
    await tx.query(
      `UPDATE message g SET status = d.status, reason = d.reason, phone = d.phone, body = d.body, segments = d.segments,
              driver = CASE WHEN d.status = 'sending' THEN $2 END, sending_since = CASE WHEN d.status = 'sending' THEN $3::timestamptz END,
              attempts = g.attempts + CASE WHEN d.status = 'sending' THEN 1 ELSE 0 END
         FROM jsonb_to_recordset($1::jsonb) AS d(id bigint, status text, reason text, phone text, body text, segments int)
        WHERE g.id = d.id`,
      [JSON.stringify(decisions), driver, at],
    );
  }

  /** The answer of the gateway; it also settles what another run had to call unknown. */
  async settle(sql: Sql, id: number, answer: GatewayAnswer): Promise<void> {
    await sql.query(
      "UPDATE message SET status = $2, reason = $3, provider_id = $4, sent_at = $5 WHERE id = $1 AND status IN ('sending', 'unknown')",
      [id, answer.status, answer.reason, answer.providerId, answer.at],
    );
  }

  /** Messages whose run died after it had marked them: nobody knows whether they went out, so they never go out again. */
  async markInterrupted(sql: Sql, campaignId: number, before: Date): Promise<void> {
    await sql.query(
      "UPDATE message SET status = 'unknown', reason = 'interrupted' WHERE campaign_id = $1 AND status = 'sending' AND sending_since < $2",
      [campaignId, before],
    );
  }

  async isOver(tx: Tx, id: number): Promise<boolean> {
    const open = await tx.maybe(
      "SELECT 1 FROM message WHERE campaign_id = $1 AND status IN ('queued', 'sending') LIMIT 1",
      [id],
    );
    return open === undefined;
  }

  /** Campaigns nobody works on that have something to do; the same one is not named again for a while. */
  async wake(
    tx: Tx,
    now: Date,
    silentSince: Date,
    interruptedBefore: Date,
    quietStoreIds: readonly number[],
  ): Promise<number[]> {
    const rows = await tx.query<{ id: number }>(
      `UPDATE campaign c SET beat_at = $1
        WHERE c.id IN (
          SELECT o.id FROM campaign o
           WHERE (o.beat_at IS NULL OR o.beat_at < $2)
             AND (o.status = 'scheduled' AND o.scheduled_at <= $1
               OR o.status = 'running' AND (
                    EXISTS (SELECT FROM message q WHERE q.campaign_id = o.id AND q.status = 'queued' AND q.store_id <> ALL ($4::bigint[]))
                 OR EXISTS (SELECT FROM message q WHERE q.campaign_id = o.id AND q.status = 'sending' AND q.sending_since < $3)
                 OR NOT EXISTS (SELECT FROM message q WHERE q.campaign_id = o.id AND q.status IN ('queued', 'sending')))
               OR o.status IN ('paused', 'cancelled')
                  AND EXISTS (SELECT FROM message q WHERE q.campaign_id = o.id AND q.status = 'sending' AND q.sending_since < $3))
           FOR UPDATE SKIP LOCKED)
       RETURNING c.id`,
      [now, silentSince, interruptedBefore, quietStoreIds],
    );
    return rows.map(({ id }) => id);
  }
}
