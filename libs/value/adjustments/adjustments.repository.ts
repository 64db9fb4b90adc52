import type { DeskTill, Sql, Tx } from '#kernel';
import { runMaybe, sql } from '#kernel/lists';
import { Injectable } from '@nestjs/common';
import { ADJUSTMENT_COLUMNS, ADJUSTMENT_JOINS } from './adjustment-list.query.js';
import type { AdjustmentKind, AdjustmentView } from './adjustment.dto.js';

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

@Injectable()
export class AdjustmentsRepository {
  member(on: Sql, memberId: number): Promise<AdjustedMember | undefined> {
    return on.maybe<AdjustedMember>(
      `SELECT m.id AS "memberId", w.id AS "walletId", m.home_store_id AS "homeStoreId"
         FROM member m JOIN wallet w ON w.member_id = m.id WHERE m.id = $1`,
      [memberId],
    );
  }

  homeStore(on: Sql, memberId: number): Promise<AdjustingStore | undefined> {
    return on.maybe<AdjustingStore>(
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

  detail(
    on: Sql,
    id: number,
  ): Promise<
    (Omit<AdjustmentView, 'phoneMasked' | 'receiptFooter'> & { phone: string | null }) | undefined
  > {
    return runMaybe(
      on,
      sql`SELECT ${ADJUSTMENT_COLUMNS}, i.name AS "tillName", o.address AS "storeAddress", o.phone AS "storePhone", l.name AS "levelName", m.phone
            FROM adjustment d ${ADJUSTMENT_JOINS} JOIN level l ON l.id = m.level_id LEFT JOIN till i ON i.id = d.till_id WHERE d.id = ${id}`,
    );
  }
}
