import { maskPhone, pageOf, type Sql, takeTurns, type Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { RequestQuery, RequestView } from './approval.dto.js';
import type { ApprovalFacts, ApprovedAct, RequestStatus } from './approval.rules.js';
import type { ApprovalLimit, DaySums } from './day-limit.rules.js';

export interface RequestRow extends ApprovedAct {
  id: number;
  status: Exclude<RequestStatus, 'expired'>;
  askedBy: number;
  expiresAt: Date;
  decidedBy: number | null;
}

/** Who reads: what they asked themselves, and what they may decide. */
export interface Reader {
  staffId: number;
  storeIds: readonly number[];
  /** The kinds of acts this person may decide; empty without the right to decide. */
  kinds: readonly string[];
}

interface StoredRequest {
  id: number;
  kind: string;
  subjectKind: string;
  subjectId: number;
  storeId: number;
  amountCents: number;
  facts: ApprovalFacts;
  status: Exclude<RequestStatus, 'expired'>;
  askedBy: number;
  expiresAt: Date;
  decidedBy: number | null;
}

const STATUS = `CASE WHEN r.status IN ('pending', 'approved') AND r.expires_at <= $4 THEN 'expired' ELSE r.status END`;
const READABLE =
  '(r.asked_by = $1 OR (r.store_id = ANY ($2::bigint[]) AND r.kind = ANY ($3::text[])))';
const DECIDABLE = `(r.asked_by <> $1 AND r.store_id = ANY ($2::bigint[]) AND r.kind = ANY ($3::text[]) AND ${STATUS} = 'pending')`;
const VIEW = `
  SELECT r.id, r.kind, r.subject_kind AS "subjectKind", r.subject_id AS "subjectId",
         CASE r.subject_kind WHEN 'member' THEN (SELECT coalesce(m.name, m.nickname) FROM member m WHERE m.id = r.subject_id) END AS "subjectName",
         CASE r.subject_kind WHEN 'member' THEN (SELECT m.phone FROM member m WHERE m.id = r.subject_id) END AS "subjectPhone",
         (SELECT coalesce(m.name, m.nickname) FROM member m
           WHERE jsonb_typeof(r.facts -> 'toMemberId') = 'number' AND m.id = (r.facts -> 'toMemberId')::bigint) AS "otherName",
         r.store_id AS "storeId", s.name AS "storeName", t.name AS "tillName", r.amount_cents AS "amountCents", r.facts, r.reached_limit AS "limit", r.note,
         ${STATUS} AS status, a.name AS "askedByName", r.asked_at AS "askedAt", r.expires_at AS "expiresAt", d.name AS "decidedByName",
         r.decided_at AS "decidedAt", r.decision_note AS "decisionNote", r.asked_by = $1 AS own, ${DECIDABLE} AS "mayDecide"
    FROM approval_request r JOIN store s ON s.id = r.store_id JOIN staff a ON a.id = r.asked_by
    LEFT JOIN till t ON t.id = r.till_id LEFT JOIN staff d ON d.id = r.decided_by`;

interface ReadRequest extends Omit<RequestView, 'subjectPhoneMasked'> {
  subjectPhone: string | null;
}

const toView = ({ subjectPhone, ...row }: ReadRequest): RequestView => ({
  ...row,
  subjectPhoneMasked: maskPhone(subjectPhone),
});

@Injectable()
export class ApprovalsRepository {
  async hasMember(sql: Sql, id: number): Promise<boolean> {
    return (await sql.query('SELECT FROM member WHERE id = $1', [id])).length > 0;
  }

  async insertRequest(
    tx: Tx,
    row: ApprovedAct & {
      tillId: number | null;
      limit: ApprovalLimit;
      note: string | null;
      askedBy: number;
      askedAt: Date;
      expiresAt: Date;
    },
  ): Promise<number> {
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO approval_request (kind, subject_kind, subject_id, store_id, till_id, amount_cents, facts, reached_limit, note, asked_by, asked_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
      [
        row.kind,
        row.subject.kind,
        row.subject.id,
        row.storeId,
        row.tillId,
        row.amountCents,
        JSON.stringify(row.facts),
        row.limit,
        row.note,
        row.askedBy,
        row.askedAt,
        row.expiresAt,
      ],
    );
    return id;
  }

  /** What one person asks is counted one after the other. */
  async askedBy(tx: Tx, staffId: number, now: Date): Promise<{ open: number; lastHour: number }> {
    await takeTurns(tx, [`asks ${staffId}`]);
    return tx.one(
      `SELECT count(*) FILTER (WHERE status = 'pending' AND expires_at > $2)::int AS open,
              count(*) FILTER (WHERE asked_at > $2::timestamptz - interval '1 hour')::int AS "lastHour"
         FROM (SELECT status, expires_at, asked_at FROM approval_request WHERE asked_by = $1 ORDER BY id DESC LIMIT 200) r`,
      [staffId, now],
    );
  }

  request(sql: Sql, id: number, lock = ''): Promise<RequestRow | undefined> {
    return sql
      .maybe<StoredRequest>(
        `SELECT id, kind, subject_kind AS "subjectKind", subject_id AS "subjectId", store_id AS "storeId", amount_cents AS "amountCents", facts,
                status, asked_by AS "askedBy", expires_at AS "expiresAt", decided_by AS "decidedBy"
           FROM approval_request WHERE id = $1 ${lock}`,
        [id],
      )
      .then((row) => {
        if (!row) return undefined;
        const { subjectKind, subjectId, ...rest } = row;
        return { ...rest, subject: { kind: subjectKind, id: subjectId } };
      });
  }

  lockRequest(tx: Tx, id: number): Promise<RequestRow | undefined> {
    return this.request(tx, id, 'FOR NO KEY UPDATE');
  }

  decide(
    tx: Tx,
    id: number,
    decision: {
      status: 'approved' | 'refused';
      by: number;
      at: Date;
      note: string | null;
      expiresAt: Date;
    },
  ): Promise<unknown> {
    return tx.query(
      `UPDATE approval_request SET status = $2, decided_by = $3, decided_at = $4, decision_note = $5, expires_at = $6 WHERE id = $1`,
      [id, decision.status, decision.by, decision.at, decision.note, decision.expiresAt],
    );
  }

  cancel(tx: Tx, id: number): Promise<unknown> {
    return tx.query(
      `UPDATE approval_request SET status = 'cancelled', decided_by = NULL, decided_at = NULL WHERE id = $1`,
      [id],
    );
  }

  /** Of two acts on one approval the second finds none. */
  async use(tx: Tx, id: number, now: Date): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE approval_request SET status = 'used' WHERE id = $1 AND status = 'approved' AND expires_at > $2 RETURNING id`,
      [id, now],
    );
    return rows.length === 1;
  }

  insertApproval(
    tx: Tx,
    row: ApprovedAct & {
      doneBy: number;
      approvedBy: number;
      requestId: number | null;
      entryId: number | null;
      documentKind: string | null;
      documentId: number | null;
      at: Date;
    },
  ): Promise<unknown> {
    return tx.query(
      `INSERT INTO approval (kind, subject_kind, subject_id, store_id, amount_cents, done_by, approved_by, request_id, entry_id, document_kind, document_id, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        row.kind,
        row.subject.kind,
        row.subject.id,
        row.storeId,
        row.amountCents,
        row.doneBy,
        row.approvedBy,
        row.requestId,
        row.entryId,
        row.documentKind,
        row.documentId,
        row.at,
      ],
    );
  }

  /** What was done without a second person on a business day: on the member by anybody, and by the person on anybody. */
  given(
    sql: Sql,
    of: { memberId: number; staffId: number; businessDate: string },
  ): Promise<DaySums> {
    return sql.one<DaySums>(
      `SELECT (SELECT coalesce(sum(amount_cents), 0)::bigint FROM unapproved_act WHERE member_id = $1 AND business_date = $3::date) AS "memberCents",
              (SELECT coalesce(sum(amount_cents), 0)::bigint FROM unapproved_act WHERE staff_id = $2 AND business_date = $3::date) AS "staffCents"`,
      [of.memberId, of.staffId, of.businessDate],
    );
  }

  insertUnapproved(
    tx: Tx,
    row: {
      kind: string;
      memberId: number;
      staffId: number;
      businessDate: string;
      amountCents: number;
      documentKind?: string;
      documentId?: number;
      at: Date;
    },
  ): Promise<unknown> {
    return tx.query(
      `INSERT INTO unapproved_act (kind, member_id, staff_id, business_date, amount_cents, document_kind, document_id, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        row.kind,
        row.memberId,
        row.staffId,
        row.businessDate,
        row.amountCents,
        row.documentKind ?? null,
        row.documentId ?? null,
        row.at,
      ],
    );
  }

  /** Where else this person's PIN approved something since then; the newest. A request is no PIN. */
  pinElsewhere(
    tx: Tx,
    of: { approvedBy: number; storeId: number; since: Date },
  ): Promise<{ storeName: string; at: Date } | undefined> {
    return tx.maybe(
      `SELECT s.name AS "storeName", a.at FROM (SELECT * FROM approval ORDER BY id DESC LIMIT 1000) a JOIN store s ON s.id = a.store_id
        WHERE a.approved_by = $1 AND a.store_id <> $2 AND a.at > $3 AND a.request_id IS NULL ORDER BY a.id DESC LIMIT 1`,
      [of.approvedBy, of.storeId, of.since],
    );
  }

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
      `${VIEW} WHERE ${where} ORDER BY ${STATUS} <> 'pending', r.id DESC LIMIT $7 OFFSET $8`,
      [...params, limit, offset],
    );
    const { total } = await sql.one<{ total: number }>(
      `SELECT count(*) AS total FROM approval_request r WHERE ${where}`,
      params,
    );
    return { rows: rows.map(toView), total };
  }

  async view(sql: Sql, reader: Reader, id: number, now: Date): Promise<RequestView | undefined> {
    const row = await sql.maybe<ReadRequest>(`${VIEW} WHERE ${READABLE} AND r.id = $5`, [
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
