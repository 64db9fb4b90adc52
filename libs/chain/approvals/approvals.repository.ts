import { type Sql, takeTurns, type Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { ApprovalFacts, ApprovedAct, RequestStatus } from './approval.rules.js';
import { approvalSubject } from './approval-subjects.js';
import type { ApprovalLimit, DaySums } from './day-limit.rules.js';

export interface RequestRow extends ApprovedAct {
  id: number;
  status: Exclude<RequestStatus, 'expired'>;
  askedBy: number;
  expiresAt: Date;
  decidedBy: number | null;
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

@Injectable()
export class ApprovalsRepository {
  /** Whether there is such a subject; of what is not declared anything goes. */
  async isThere(sql: Sql, subject: { kind: string; id: number }): Promise<boolean> {
    const { kind, rows } = approvalSubject.ask();
    if (subject.kind !== kind) return true;
    return (await sql.query(`SELECT FROM (${rows}) x WHERE x.id = $1`, [subject.id])).length > 0;
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

  /**
   * What was done without a second person on a business day: on the member by anybody, also on records that were merged
   * into it, and by the person on anybody.
   */
  given(
    sql: Sql,
    of: { memberId: number | null; staffId: number; businessDate: string },
  ): Promise<DaySums> {
    return sql.one<DaySums>(
      `SELECT (SELECT coalesce(sum(amount_cents), 0)::bigint FROM unapproved_act
                WHERE (member_id = $1 OR member_id IN (SELECT x.id FROM (${approvalSubject.ask().merged}) x WHERE x."nowId" = $1)) AND business_date = $3::date) AS "memberCents",
              (SELECT coalesce(sum(amount_cents), 0)::bigint FROM unapproved_act WHERE staff_id = $2 AND business_date = $3::date) AS "staffCents"`,
      [of.memberId, of.staffId, of.businessDate],
    );
  }

  insertUnapproved(
    tx: Tx,
    row: {
      kind: string;
      memberId: number | null;
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
}
