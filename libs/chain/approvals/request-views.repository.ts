import { maskPhone, pageOf, type Sql } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { RequestQuery, RequestView } from './approval.dto.js';
import { approvalSubject, ofSubject } from './approval-subjects.js';

/** Who reads: what they asked themselves, and what they may decide. */
export interface Reader {
  staffId: number;
  storeIds: readonly number[];
  /** The kinds of acts this person may decide; empty without the right to decide. */
  kinds: readonly string[];
}

const STATUS = `CASE WHEN r.status IN ('pending', 'approved') AND r.expires_at <= $4 THEN 'expired' ELSE r.status END`;
const READABLE =
  '(r.asked_by = $1 OR (r.store_id = ANY ($2::bigint[]) AND r.kind = ANY ($3::text[])))';
const DECIDABLE = `(r.asked_by <> $1 AND r.store_id = ANY ($2::bigint[]) AND r.kind = ANY ($3::text[]) AND ${STATUS} = 'pending')`;

/** Asked when it is used: by then the subject has been declared. */
const view = () => {
  const { kind, otherIn } = approvalSubject.ask();
  const other = `(r.facts -> '${otherIn}')`;
  return `
  SELECT r.id, r.kind, r.subject_kind AS "subjectKind", r.subject_id AS "subjectId",
         CASE r.subject_kind WHEN '${kind}' THEN ${ofSubject('name', 'r.subject_id')} END AS "subjectName",
         CASE r.subject_kind WHEN '${kind}' THEN ${ofSubject('phone', 'r.subject_id')} END AS "subjectPhone",
         CASE WHEN jsonb_typeof${other} = 'number' THEN ${ofSubject('name', `${other}::bigint`)} END AS "otherName",
         r.store_id AS "storeId", s.name AS "storeName", t.name AS "tillName", r.amount_cents AS "amountCents", r.facts, r.reached_limit AS "limit", r.note,
         ${STATUS} AS status, a.name AS "askedByName", r.asked_at AS "askedAt", r.expires_at AS "expiresAt", d.name AS "decidedByName",
         r.decided_at AS "decidedAt", r.decision_note AS "decisionNote", r.asked_by = $1 AS own, ${DECIDABLE} AS "mayDecide"
    FROM approval_request r JOIN store s ON s.id = r.store_id JOIN staff a ON a.id = r.asked_by
    LEFT JOIN till t ON t.id = r.till_id LEFT JOIN staff d ON d.id = r.decided_by`;
};

interface ReadRequest extends Omit<RequestView, 'subjectPhoneMasked'> {
  subjectPhone: string | null;
}

const toView = ({ subjectPhone, ...row }: ReadRequest): RequestView => ({
  ...row,
  subjectPhoneMasked: maskPhone(subjectPhone),
});

/** Requests as people read them: their own, and those they may decide. */
@Injectable()
export class RequestViewsRepository {
  async page(
    sql: Sql,
    reader: Reader,
    query: RequestQuery,
    now: Date,
  ): Promise<{ rows: RequestView[]; total: number }> {
    const { limit, offset } = pageOf(query);
    const where = `${READABLE} AND ($5::text IS NULL OR ${STATUS} = $5) AND ($6::bigint[] IS NULL OR r.store_id = ANY ($6))`;
    const params = [
      reader.staffId,
      reader.storeIds,
      reader.kinds,
      now,
      query.status ?? null,
      query.storeIds ?? null,
    ];
    const rows = await sql.query<ReadRequest>(
      `${view()} WHERE ${where} ORDER BY ${STATUS} <> 'pending', r.id DESC LIMIT $7 OFFSET $8`,
      [...params, limit, offset],
    );
    const { total } = await sql.one<{ total: number }>(
      `SELECT count(*) AS total FROM approval_request r WHERE ${where}`,
      params,
    );
    return { rows: rows.map(toView), total };
  }

  async view(sql: Sql, reader: Reader, id: number, now: Date): Promise<RequestView | undefined> {
    const row = await sql.maybe<ReadRequest>(`${view()} WHERE ${READABLE} AND r.id = $5`, [
      reader.staffId,
      reader.storeIds,
      reader.kinds,
      now,
      id,
    ]);
    return row && toView(row);
  }

  async waiting(sql: Sql, reader: Reader, now: Date): Promise<number> {
    const { count } = await sql.one<{ count: number }>(
      `SELECT count(*) AS count FROM approval_request r WHERE ${DECIDABLE}`,
      [reader.staffId, reader.storeIds, reader.kinds, now],
    );
    return count;
  }
}
