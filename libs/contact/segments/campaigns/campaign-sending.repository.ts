import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '#kernel';
import { queueMessages } from '#contact/messaging';

@Injectable()
export class CampaignSendingRepository {
  /** The statement that writes a row for everybody of the audience, suppressed ones with their reason. */
  prepareText(where: string, campaignId: string): string {
    return `
      WITH written AS (
        ${queueMessages(`
          SELECT ${campaignId}::bigint AS campaign_id, m.id AS member_id, m.home_store_id AS store_id,
                 CASE WHEN m.phone IS NULL THEN 'no_phone' WHEN a.granted IS NULL THEN 'not_asked' WHEN NOT a.granted THEN 'no_consent' END AS reason
            FROM member m LEFT JOIN LATERAL (SELECT c.granted FROM member_consent c WHERE c.member_id = m.id AND c.channel = 'sms_marketing'
                 ORDER BY c.id DESC LIMIT 1) a ON true
           WHERE ${where}`)} RETURNING 1)
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
