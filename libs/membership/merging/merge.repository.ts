import type { Sql, Tx } from '#kernel';
import { type AccountRef, bonusOf, pointsOf, principalOf } from '#ledger';
import { Injectable } from '@nestjs/common';

export interface MergeDocument {
  memberId: number;
  mergedMemberId: number;
  entryId: number;
  principalCents: number;
  bonusCents: number;
  points: number;
  cards: number;
  storeId: number;
  tillId: number | null;
  staffId: number;
  businessDate: string;
  at: Date;
  reason: string | null;
}

@Injectable()
export class MergeRepository {
  /** The accounts of a member with value or without; missing ones are made when they are locked. */
  async accountsOf(sql: Sql, walletId: number, memberId: number): Promise<AccountRef[]> {
    const visits = await this.visitAccounts(sql, walletId);
    return [principalOf(walletId), bonusOf(walletId), pointsOf(memberId), ...visits];
  }

  /** Accounts of a kind that exists once per service. */
  visitAccounts(sql: Sql, walletId: number): Promise<AccountRef[]> {
    return sql.query(
      `SELECT kind, unit, owner_id AS "ownerId" FROM ledger.account WHERE kind = 'visits' AND owner_id = $1`,
      [walletId],
    );
  }

  /** Nothing but a reversal moves these accounts any more. */
  async closeAccounts(tx: Tx, walletId: number, memberId: number): Promise<void> {
    await tx.query(
      `SELECT ledger.close_accounts(ARRAY(SELECT id FROM ledger.account
         WHERE (kind IN ('principal', 'bonus', 'visits') AND owner_id = $1) OR (kind = 'points' AND owner_id = $2)))`,
      [walletId, memberId],
    );
  }

  /** The ends of merges that these accounts belonged to, with the survivor's accounts of the same kind. */
  closedAmong(
    sql: Sql,
    refs: readonly AccountRef[],
  ): Promise<(AccountRef & { toOwnerId: number; memberId: number; homeStoreId: number })[]> {
    const json = JSON.stringify(refs.map(({ kind, ownerId, unit }) => ({ kind, ownerId, unit })));
    return sql.query(
      `SELECT a.kind, a.unit, a.owner_id AS "ownerId", CASE a.kind WHEN 'points' THEN m.id ELSE w.id END AS "toOwnerId", m.id AS "memberId",
              m.home_store_id AS "homeStoreId"
         FROM jsonb_to_recordset($1::jsonb) AS r(kind text, "ownerId" bigint, unit text)
         JOIN ledger.account a ON a.kind = r.kind AND a.owner_id = r."ownerId" AND a.unit = r.unit
         JOIN ledger.closed_account c ON c.account_id = a.id
         JOIN member_alias x ON x.alias_member_id = CASE a.kind WHEN 'points' THEN a.owner_id ELSE (SELECT member_id FROM wallet WHERE id = a.owner_id) END
         JOIN member m ON m.id = x.member_id JOIN wallet w ON w.member_id = m.id`,
      [json],
    );
  }

  /** Where value goes on to when this entry is reversed: accounts of survivors, for closed ones of the entry or named. */
  survivorsAccounts(
    sql: Sql,
    entryId: number,
    named: readonly AccountRef[],
  ): Promise<AccountRef[]> {
    return sql.query<AccountRef>(
      `SELECT DISTINCT a.kind, a.unit, CASE a.kind WHEN 'points' THEN m.id ELSE w.id END AS "ownerId"
         FROM (SELECT account_id FROM ledger.posting WHERE entry_id = $1 AND account_id IS NOT NULL
               UNION SELECT account_id FROM ledger.lot_move WHERE entry_id = $1
               UNION SELECT n.id FROM jsonb_to_recordset($2::jsonb) AS r(kind text, "ownerId" bigint, unit text)
                       JOIN ledger.account n ON n.kind = r.kind AND n.owner_id = r."ownerId" AND n.unit = r.unit) t
         JOIN ledger.closed_account c ON c.account_id = t.account_id JOIN ledger.account a ON a.id = t.account_id
         JOIN member_alias x ON x.alias_member_id = CASE a.kind WHEN 'points' THEN a.owner_id ELSE (SELECT member_id FROM wallet WHERE id = a.owner_id) END
         JOIN member m ON m.id = x.member_id JOIN wallet w ON w.member_id = m.id`,
      [entryId, JSON.stringify(named)],
    );
  }

  async insert(tx: Tx, row: MergeDocument): Promise<void> {
    await tx.query(
      `INSERT INTO member_merge (member_id, merged_member_id, entry_id, principal_cents, bonus_cents, points, cards, store_id, till_id, staff_id,
                                 business_date, at, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        row.memberId,
        row.mergedMemberId,
        row.entryId,
        row.principalCents,
        row.bonusCents,
        row.points,
        row.cards,
        row.storeId,
        row.tillId,
        row.staffId,
        row.businessDate,
        row.at,
        row.reason,
      ],
    );
  }

  /** Cards that can still be used, of the member and of family on the same wallet. */
  cardsInUse(sql: Sql, memberId: number, walletId: number): Promise<{ cards: number }> {
    return sql.one(
      "SELECT count(*) AS cards FROM card WHERE (member_id = $1 OR wallet_id = $2) AND status IN ('active', 'lost')",
      [memberId, walletId],
    );
  }

  /** All cards of a member, those that ended too. */
  cardsOf(sql: Sql, memberId: number): Promise<{ cards: number }> {
    return sql.one('SELECT count(*) AS cards FROM card WHERE member_id = $1', [memberId]);
  }

  async scrubRecords(tx: Tx, memberIds: readonly number[]): Promise<void> {
    await tx.query('SELECT scrub_member_records(x.id) FROM unnest($1::bigint[]) AS x(id)', [
      memberIds,
    ]);
  }

  contactCount(sql: Sql, memberId: number): Promise<{ count: number }> {
    return sql.one('SELECT count(*) AS count FROM member_contact WHERE member_id = $1', [memberId]);
  }

  levelRank(sql: Sql, levelId: number): Promise<{ rank: number }> {
    return sql.one('SELECT rank FROM level WHERE id = $1', [levelId]);
  }
}
