import { Injectable } from '@nestjs/common';
import { type Page, type PlainPageQuery, pageOf, type Sql } from '#kernel';
import { run, runOne, sql } from '#kernel/lists';
import type { DebitSide } from './debits.rules.js';
import { GAVE_OF_TOP_UP, type GaveFigures } from './given-words.js';
import type { MessageView } from './message.dto.js';
import { messageRows } from './message-list.query.js';
import type { Addressee, MessageKind, MessageStatus, SuppressionReason } from './message.rules.js';
import type { TopUpFigures } from './message.locale.js';

/** The act a message is about, and the member it goes to. */
export type ActOf<Figures> = Figures &
  Addressee & { memberId: number; storeId: number; voided: boolean };

/** A message with the phone it went to, which is masked before it leaves the server. */
export type MessageRecord = Omit<MessageView, 'phoneMasked'> & { phone: string | null };

export interface NewMessage {
  outboxId: number;
  kind: MessageKind;
  memberId: number;
  storeId: number;
  phone: string | null;
  body: string;
  segments: number;
  status: Extract<MessageStatus, 'sending' | 'suppressed'>;
  reason: SuppressionReason | null;
  driver: string;
}

/** What the member says about messages of acts, beside a table `m` of members. */
export const ADDRESSEE = `m.phone, (SELECT c.granted FROM member_consent c WHERE c.member_id = m.id AND c.channel = 'sms_service' ORDER BY c.id DESC LIMIT 1) AS "smsService"`;

@Injectable()
export class MessagesRepository {
  topUp(
    sql: Sql,
    id: number,
  ): Promise<ActOf<Omit<TopUpFigures, 'given'> & GaveFigures> | undefined> {
    return sql.maybe(
      `SELECT w.member_id AS "memberId", CASE WHEN w.member_id <> t.member_id THEN c.card_no END AS "familyCardNo", t.store_id AS "storeId", t.business_date AS "businessDate", s.name AS "storeName",
              t.principal_cents AS "principalCents", ${GAVE_OF_TOP_UP},
              t.principal_after_cents AS "principalAfterCents", t.bonus_after_cents AS "bonusAfterCents",
              EXISTS (SELECT FROM ledger.reversal r WHERE r.reversed_entry_id = t.entry_id) AS voided, ${ADDRESSEE}
         FROM top_up t JOIN store s ON s.id = t.store_id JOIN wallet w ON w.id = t.wallet_id JOIN member m ON m.id = w.member_id
         LEFT JOIN card c ON c.id = t.card_id WHERE t.id = $1`,
      [id],
    );
  }

  /** A sale from the side of the wallet's owner, whoever's card it was, and of the buyer. */
  debit(sql: Sql, saleId: number): Promise<DebitSide[]> {
    return sql.query(
      `SELECT side.whose, m.id AS "memberId", CASE WHEN side.whose = 'wallet' AND x.payer_id IS NOT NULL THEN c.card_no END AS "familyCardNo",
              x.store_id AS "storeId", x.business_date AS "businessDate", s.name AS "storeName",
              (SELECT jsonb_agg(jsonb_build_object('tender', t.tender, 'cents', t.amount_cents, 'units', t.units) ORDER BY t.line_no)
                 FROM sale_tender t WHERE t.sale_id = x.id) AS tenders,
              jsonb_build_object('walletCents', coalesce(x.principal_after_cents, 0) + coalesce(x.bonus_after_cents, 0),
                                 'points', coalesce(x.points_after, 0)) AS after,
              x.voided_at IS NOT NULL AS voided, ${ADDRESSEE}
         FROM sale x JOIN store s ON s.id = x.store_id
         JOIN LATERAL (VALUES (1, 'wallet', coalesce(x.payer_id, x.member_id)), (2, 'buyer', x.member_id)) AS side (place, whose, member_id) ON true
         JOIN member m ON m.id = side.member_id LEFT JOIN card c ON c.id = x.card_id
        WHERE x.id = $1 ORDER BY side.place`,
      [saleId],
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
  async markUnknown(sql: Sql, outboxId: number, kind: MessageKind): Promise<void> {
    await sql.query(
      "UPDATE message SET status = 'unknown', reason = 'interrupted' WHERE outbox_id = $1 AND kind = $2 AND status = 'sending'",
      [outboxId, kind],
    );
  }

  /** Whatever store they were about: a member belongs to the chain. Those of records merged into this one are among them. */
  async ofMember(on: Sql, memberId: number, query: PlainPageQuery): Promise<Page<MessageRecord>> {
    const { page, pageSize, limit, offset } = pageOf(query);
    const matches = sql`g.member_id = ANY (ARRAY(SELECT ${memberId}::bigint UNION SELECT alias_member_id FROM member_alias WHERE member_id = ${memberId}))`;
    const ids = sql`SELECT g.id FROM message g WHERE ${matches} ORDER BY g.id DESC LIMIT ${limit} OFFSET ${offset}`;
    const rows = await run<MessageRecord>(on, sql`${messageRows(ids)} ORDER BY g.id DESC`);
    const { total } = await runOne<{ total: number }>(
      on,
      sql`SELECT count(*) AS total FROM message g WHERE ${matches}`,
    );
    return { rows, total, page, pageSize };
  }
}
