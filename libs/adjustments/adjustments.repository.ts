import type { DeskTill, Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type {
  AdjustmentKind,
  AdjustmentRow,
  AdjustmentTotals,
  AdjustmentView,
} from './adjustment.dto.js';

export interface AdjustedMember {
  memberId: number;
  walletId: number;
  homeStoreId: number;
}

/** Where an adjustment is made: a till, or the member's own store where nobody sits at one. */
export type AdjustingStore = Pick<DeskTill, 'storeId' | 'storeCode' | 'timezone' | 'cutoverHour'>;

export interface AdjustmentRecord {
  kind: AdjustmentKind;
  receiptNo: string;
  entryId: number;
  walletId: number;
  memberId: number;
  storeId: number;
  tillId: number | null;
  staffId: number;
  businessDate: string;
  at: Date;
  amount: number;
  repaid: number;
  expiresOn: string | null;
  balanceAfter: number;
  reason: string;
}

export interface AdjustmentSearch {
  storeIds: readonly number[];
  kind: AdjustmentKind | null;
  from: string | null;
  to: string | null;
  memberId: number | null;
  q: string | null;
  limit: number;
  offset: number;
}

const ROW = `d.id, d.kind, d.receipt_no AS "receiptNo", d.business_date AS "businessDate", d.at, d.store_id AS "storeId", o.name AS "storeName",
  f.name AS "staffName", d.member_id AS "memberId", coalesce(m.name, m.nickname) AS "memberName", d.amount, d.repaid, d.expires_on AS "expiresOn",
  d.balance_after AS "balanceAfter", d.reason,
  (SELECT y.name FROM approval a JOIN staff y ON y.id = a.approved_by WHERE a.document_kind = 'adjustment' AND a.document_id = d.id) AS "approvedByName"`;
const FROM = `adjustment d JOIN store o ON o.id = d.store_id JOIN staff f ON f.id = d.staff_id JOIN member m ON m.id = d.member_id`;
const WHERE = `d.store_id = ANY ($1::bigint[]) AND ($2::text IS NULL OR d.kind = $2) AND ($3::date IS NULL OR d.business_date >= $3)
  AND ($4::date IS NULL OR d.business_date <= $4) AND ($5::bigint IS NULL OR d.member_id = $5)
  AND ($6::text IS NULL OR d.receipt_no LIKE '%' || upper($7::text) || '%'
       OR d.member_id IN (SELECT k.member_id FROM member_key k WHERE k.key >= lower($6::text) AND k.key < lower($6::text) || U&'\\+10FFFF'))`;

const sum = (kind: AdjustmentKind, sign: '>' | '<', name: string) =>
  `coalesce(sum(abs(d.amount)) FILTER (WHERE d.kind = '${kind}' AND d.amount ${sign} 0), 0)::bigint AS "${name}"`;
const TOTALS = [
  sum('principal', '>', 'principalGivenCents'),
  sum('principal', '<', 'principalTakenCents'),
  sum('bonus', '>', 'bonusGivenCents'),
  sum('bonus', '<', 'bonusTakenCents'),
  sum('points', '>', 'pointsGiven'),
  sum('points', '<', 'pointsTaken'),
].join(', ');

@Injectable()
export class AdjustmentsRepository {
  member(sql: Sql, memberId: number): Promise<AdjustedMember | undefined> {
    return sql.maybe<AdjustedMember>(
      `SELECT m.id AS "memberId", w.id AS "walletId", m.home_store_id AS "homeStoreId"
         FROM member m JOIN wallet w ON w.member_id = m.id WHERE m.id = $1 AND m.status = 'active'`,
      [memberId],
    );
  }

  homeStore(sql: Sql, memberId: number): Promise<AdjustingStore | undefined> {
    return sql.maybe<AdjustingStore>(
      `SELECT s.id AS "storeId", s.code AS "storeCode", s.timezone, s.cutover_hour AS "cutoverHour"
         FROM member m JOIN store s ON s.id = m.home_store_id WHERE m.id = $1`,
      [memberId],
    );
  }

  async insert(tx: Tx, row: AdjustmentRecord): Promise<number> {
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO adjustment (kind, receipt_no, entry_id, wallet_id, member_id, store_id, till_id, staff_id, business_date, at, amount, repaid,
                               expires_on, balance_after, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id`,
      [
        row.kind,
        row.receiptNo,
        row.entryId,
        row.walletId,
        row.memberId,
        row.storeId,
        row.tillId,
        row.staffId,
        row.businessDate,
        row.at,
        row.amount,
        row.repaid,
        row.expiresOn,
        row.balanceAfter,
        row.reason,
      ],
    );
    return id;
  }

  async search(
    sql: Sql,
    wanted: AdjustmentSearch,
  ): Promise<{ rows: AdjustmentRow[]; total: number; totals: AdjustmentTotals }> {
    const literal = wanted.q?.replace(/[\\%_]/g, '\\$&') ?? null;
    const params = [
      wanted.storeIds,
      wanted.kind,
      wanted.from,
      wanted.to,
      wanted.memberId,
      wanted.q,
      literal,
    ];
    const { total, ...totals } = await sql.one<AdjustmentTotals & { total: number }>(
      `SELECT count(*) AS total, ${TOTALS} FROM adjustment d WHERE ${WHERE}`,
      params,
    );
    const rows = await sql.query<AdjustmentRow>(
      `SELECT ${ROW} FROM ${FROM} WHERE ${WHERE} ORDER BY d.business_date DESC, d.id DESC LIMIT $8 OFFSET $9`,
      [...params, wanted.limit, wanted.offset],
    );
    return { rows, total, totals };
  }

  detail(
    sql: Sql,
    id: number,
  ): Promise<
    (Omit<AdjustmentView, 'phoneMasked' | 'receiptFooter'> & { phone: string | null }) | undefined
  > {
    return sql.maybe(
      `SELECT ${ROW}, i.name AS "tillName", o.address AS "storeAddress", o.phone AS "storePhone", l.name AS "levelName", m.phone
         FROM ${FROM} JOIN level l ON l.id = m.level_id LEFT JOIN till i ON i.id = d.till_id WHERE d.id = $1`,
      [id],
    );
  }
}
