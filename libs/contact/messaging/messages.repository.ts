import { Injectable } from '@nestjs/common';
import { type Page, type PlainPageQuery, pageOf, type Sql } from '#kernel';
import { run, runOne, sql } from '#kernel/lists';
import { isOfMembers } from '#membership/members';
import type { MessageView } from './message.dto.js';
import { messageRows } from './message-list.query.js';
import type { Addressee, MessageStatus, SuppressionReason } from './message.rules.js';

/** A message with the phone it went to, which is masked before it leaves the server. */
export type MessageRecord = Omit<MessageView, 'phoneMasked'> & { phone: string | null };

export interface NewMessage {
  outboxId: number;
  kind: string;
  memberId: number;
  storeId: number;
  phone: string | null;
  body: string;
  segments: number;
  status: Extract<MessageStatus, 'sending' | 'suppressed'>;
  reason: SuppressionReason | null;
  driver: string;
}

@Injectable()
export class MessagesRepository {
  /** Where messages about acts go, and what the member says about them. */
  addressee(sql: Sql, memberId: number): Promise<Addressee> {
    return sql.one(
      `SELECT m.phone, (SELECT c.granted FROM member_consent c WHERE c.member_id = m.id AND c.channel = 'sms_service' ORDER BY c.id DESC LIMIT 1) AS "smsService"
         FROM member m WHERE m.id = $1`,
      [memberId],
    );
  }

  /** The id of the new row, or nothing where this outbox row already has its message. */
  async insert(sql: Sql, row: NewMessage): Promise<number | undefined> {
    const inserted = await sql.maybe<{ id: number }>(
      `INSERT INTO message (outbox_id, kind, member_id, store_id, phone, body, segments, status, reason, driver)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (outbox_id, kind) DO NOTHING RETURNING id`,
      [
        row.outboxId,
        row.kind,
        row.memberId,
        row.storeId,
        row.phone,
        row.body,
        row.segments,
        row.status,
        row.reason,
        row.driver,
      ],
    );
    return inserted?.id;
  }

  /** A message found in `sending` was left there by a run that ended in between: nobody knows whether it went out. */
  async markUnknown(sql: Sql, outboxId: number, kind: string): Promise<void> {
    await sql.query(
      "UPDATE message SET status = 'unknown', reason = 'interrupted' WHERE outbox_id = $1 AND kind = $2 AND status = 'sending'",
      [outboxId, kind],
    );
  }

  /** Whatever store they were about: a member belongs to the chain. Those of records merged into this one are among them. */
  async ofMember(on: Sql, memberId: number, query: PlainPageQuery): Promise<Page<MessageRecord>> {
    const { page, pageSize, limit, offset } = pageOf(query);
    const matches = isOfMembers([memberId], sql`g.member_id`);
    const ids = sql`SELECT g.id FROM message g WHERE ${matches} ORDER BY g.id DESC LIMIT ${limit} OFFSET ${offset}`;
    const rows = await run<MessageRecord>(on, sql`${messageRows(ids)} ORDER BY g.id DESC`);
    const { total } = await runOne<{ total: number }>(
      on,
      sql`SELECT count(*) AS total FROM message g WHERE ${matches}`,
    );
    return { rows, total, page, pageSize };
  }
}
