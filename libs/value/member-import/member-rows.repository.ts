import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { ControlTotals } from './control-totals.rules.js';

/** A row that was taken over, by its key. */
export interface TakenRow {
  rowKey: string;
  fingerprint: string;
  importId: number;
  on: string;
}

/** Somebody who was taken over under a member number, of this or of another source. */
export interface NumberedRow extends Pick<
  RowDocument,
  'memberId' | 'principalCents' | 'bonusCents' | 'points'
> {
  memberNoKey: string;
  importId: number;
  source: string;
  on: string;
  name: string | null;
  nickname: string | null;
}

export interface RowDocument {
  rowKey: string;
  memberNoKey: string | null;
  fingerprint: string;
  lineNo: number;
  memberId: number;
  cardId: number | null;
  storeId: number;
  businessDate: string;
  entryId: number | null;
  principalCents: number;
  bonusCents: number;
  points: number;
  spendCents: number;
}

/** The documents of rows that were taken over, and the members whom a file may mean. */
@Injectable()
export class MemberRowsRepository {
  async taken(sql: Sql, rowKeys: readonly string[]): Promise<Map<string, TakenRow>> {
    const rows = await sql.query<TakenRow>(
      `SELECT row_key AS "rowKey", fingerprint, import_id AS "importId", business_date AS "on" FROM import_row WHERE row_key = ANY ($1::text[])`,
      [rowKeys],
    );
    return new Map(rows.map((row) => [row.rowKey, row]));
  }

  /** The names under which previous systems were imported, the newest first. */
  async sources(sql: Sql, limit: number): Promise<string[]> {
    const rows = await sql.query<{ source: string }>(
      'SELECT source FROM import_job GROUP BY source ORDER BY max(id) DESC LIMIT $1',
      [limit],
    );
    return rows.map(({ source }) => source);
  }

  async takenByMemberNo(
    sql: Sql,
    memberNoKeys: readonly string[],
  ): Promise<Map<string, NumberedRow>> {
    const rows = await sql.query<NumberedRow>(
      `SELECT r.member_no_key AS "memberNoKey", r.member_id AS "memberId", r.import_id AS "importId", j.source, r.business_date AS "on",
              r.principal_cents AS "principalCents", r.bonus_cents AS "bonusCents", r.points, m.name, m.nickname
         FROM import_row r JOIN import_job j ON j.id = r.import_id JOIN member m ON m.id = r.member_id
        WHERE r.member_no_key = ANY ($1::text[])`,
      [memberNoKeys],
    );
    return new Map(rows.map((row) => [row.memberNoKey, row]));
  }

  /** Members of this chain by their own numbers: an export of it may come back. */
  async membersByNo(
    sql: Sql,
    ids: readonly number[],
  ): Promise<
    Map<number, { id: number; name: string | null; nickname: string | null; joinedOn: string }>
  > {
    const rows = await sql.query<{
      id: number;
      name: string | null;
      nickname: string | null;
      joinedOn: string;
    }>(
      `SELECT id, name, nickname, joined_on AS "joinedOn" FROM member WHERE id = ANY ($1::bigint[]) AND status = 'active'`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async insertDocuments(
    tx: Tx,
    documents: readonly RowDocument[],
    facts: { importId: number; staffId: number; at: Date },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO import_row (row_key, member_no_key, fingerprint, import_id, line_no, member_id, card_id, store_id, staff_id, business_date,
                               at, entry_id, principal_cents, bonus_cents, points, spend_cents)
       SELECT x."rowKey", x."memberNoKey", x.fingerprint, $2, x."lineNo", x."memberId", x."cardId", x."storeId", $3, x."businessDate",
              $4, x."entryId", x."principalCents", x."bonusCents", x.points, x."spendCents"
         FROM jsonb_to_recordset($1::jsonb) AS x("rowKey" text, "memberNoKey" text, fingerprint text, "lineNo" int, "memberId" bigint,
              "cardId" bigint, "storeId" bigint, "businessDate" date, "entryId" bigint, "principalCents" bigint, "bonusCents" bigint,
              points bigint, "spendCents" bigint)`,
      [JSON.stringify(documents), facts.importId, facts.staffId, facts.at],
    );
  }

  /** Whom numbers of the previous system mean: its cards, its members, phones. Card and phone as they are stored. */
  async membersOf(
    sql: Sql,
    asked: readonly { text: string; cardNo: string; phone: string; memberNoKey: string }[],
  ): Promise<Map<string, number>> {
    const rows = await sql.query<{ text: string; memberId: number }>(
      `SELECT x.text, coalesce((SELECT c.member_id FROM card c WHERE c.card_no = x."cardNo"),
                               (SELECT r.member_id FROM import_row r WHERE r.member_no_key = x."memberNoKey" ORDER BY r.id LIMIT 1),
                               (SELECT m.id FROM member m WHERE m.phone = x.phone AND m.status = 'active')) AS "memberId"
         FROM jsonb_to_recordset($1::jsonb) AS x(text text, "cardNo" text, phone text, "memberNoKey" text)`,
      [JSON.stringify(asked)],
    );
    return new Map(rows.flatMap(({ text, memberId }) => (memberId ? [[text, memberId]] : [])));
  }

  async memberOfLines(
    sql: Sql,
    importId: number,
    lines: readonly number[],
  ): Promise<Map<number, number>> {
    const rows = await sql.query<{ lineNo: number; memberId: number }>(
      'SELECT line_no AS "lineNo", member_id AS "memberId" FROM import_row WHERE import_id = $1 AND line_no = ANY ($2::int[])',
      [importId, lines],
    );
    return new Map(rows.map(({ lineNo, memberId }) => [lineNo, memberId]));
  }

  /** What the documents of an import add up to. */
  async totals(sql: Sql, id: number): Promise<ControlTotals> {
    return sql.one<ControlTotals>(
      `SELECT count(*) AS rows, coalesce(sum(principal_cents), 0)::bigint AS "principalCents", coalesce(sum(bonus_cents), 0)::bigint AS "bonusCents",
              coalesce(sum(points), 0)::bigint AS points, 0 AS visits, coalesce(sum(spend_cents), 0)::bigint AS "spendCents"
         FROM import_row WHERE import_id = $1`,
      [id],
    );
  }
}
