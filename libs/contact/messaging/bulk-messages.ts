import { declarable, type Sql, type Tx } from '#kernel';
import type { SqlText } from '#kernel/lists';
import type { GatewayAnswer } from './gateway.js';

// Messages that whoever sends to many writes by the thousand: here, because the rows are messaging's. `campaign` is the id
// of what they belong to.

/** A query of what messages are sent in bulk by: id, name and body. */
export const campaignsOfMessages = declarable<SqlText>('what messages are sent in bulk by');

/** What becomes of one queued message. */
export interface Decision {
  id: number;
  status: 'sending' | 'suppressed';
  reason: string | null;
  phone: string | null;
  body: string;
  segments: number;
}

/** Writes a row for each of campaign, member, store and the reason why it is not sent (or null). Once for everybody. */
export const queueMessages = (rows: string): string => `
  INSERT INTO message (campaign_id, kind, member_id, store_id, body, segments, status, reason)
  SELECT r.campaign_id, 'campaign', r.member_id, r.store_id, '', 0, CASE WHEN r.reason IS NULL THEN 'queued' ELSE 'suppressed' END, r.reason
    FROM (${rows}) r
   ORDER BY r.member_id
  ON CONFLICT (campaign_id, member_id) WHERE campaign_id IS NOT NULL DO NOTHING`;

/** Some messages that wait, for this worker alone, outside of stores that have quiet hours. */
export function claimQueued(
  tx: Tx,
  campaign: number,
  quietStoreIds: readonly number[],
  limit: number,
): Promise<{ id: number; memberId: number }[]> {
  return tx.query(
    `SELECT id, member_id AS "memberId" FROM message WHERE campaign_id = $1 AND status = 'queued' AND store_id <> ALL ($2::bigint[])
      ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED`,
    [campaign, quietStoreIds, limit],
  );
}

export async function decideMessages(
  tx: Tx,
  decisions: readonly Decision[],
  driver: string,
  at: Date,
): Promise<void> {
  await tx.query(
    `UPDATE message g SET status = d.status, reason = d.reason, phone = d.phone, body = d.body, segments = d.segments,
            driver = CASE WHEN d.status = 'sending' THEN $2 END, sending_since = CASE WHEN d.status = 'sending' THEN $3::timestamptz END,
            attempts = g.attempts + CASE WHEN d.status = 'sending' THEN 1 ELSE 0 END
       FROM jsonb_to_recordset($1::jsonb) AS d(id bigint, status text, reason text, phone text, body text, segments int)
      WHERE g.id = d.id`,
    [JSON.stringify(decisions), driver, at],
  );
}

/** The answer of the gateway: it also settles what another run had to call unknown. */
export async function settleMessage(sql: Sql, id: number, answer: GatewayAnswer): Promise<void> {
  await sql.query(
    "UPDATE message SET status = $2, reason = $3, provider_id = $4, sent_at = $5 WHERE id = $1 AND status IN ('sending', 'unknown')",
    [id, answer.status, answer.reason, answer.providerId, answer.at],
  );
}

/** Messages whose run died after it had marked them: nobody knows whether they went out, so they never go out again. */
export async function markInterrupted(sql: Sql, campaign: number, before: Date): Promise<void> {
  await sql.query(
    "UPDATE message SET status = 'unknown', reason = 'interrupted' WHERE campaign_id = $1 AND status = 'sending' AND sending_since < $2",
    [campaign, before],
  );
}

/** Everything that waits is given up. */
export async function suppressQueued(tx: Tx, campaign: number): Promise<void> {
  await tx.query(
    "UPDATE message SET status = 'suppressed', reason = 'cancelled' WHERE campaign_id = $1 AND status = 'queued'",
    [campaign],
  );
}

/** Those that certainly did not go out wait again. Returns how many. */
export async function queueFailed(tx: Tx, campaign: number): Promise<number> {
  const rows = await tx.query(
    "UPDATE message SET status = 'queued', reason = NULL, provider_id = NULL WHERE campaign_id = $1 AND status = 'failed' RETURNING id",
    [campaign],
  );
  return rows.length;
}
