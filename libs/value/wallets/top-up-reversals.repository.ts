import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { KeptGift, TakenGift } from './given.rules.js';

/** A top-up that is to be taken back, with the level change it made. */
export interface ReversibleTopUp {
  id: number;
  receiptNo: string;
  entryId: number;
  walletId: number;
  memberId: number;
  storeId: number;
  businessDate: string;
  tender: string;
  principalCents: number;
  bonusCents: number;
  points: number;
  /** What it gave beside bonus and points. */
  gave: readonly KeptGift[];
  bonusDebtRepaidCents: number;
  levelChangeId: number | null;
  levelFromId: number | null;
  /** The member's newest level change, whoever made it. */
  newestLevelChangeId: number | null;
  /** The slip it was taken back by. */
  reversedBy: string | null;
}

export interface ReversalRow {
  receiptNo: string;
  topUpId: number;
  entryId: number;
  walletId: number;
  memberId: number;
  storeId: number;
  tillId: number;
  staffId: number;
  businessDate: string;
  at: Date;
  tender: string;
  principalCents: number;
  bonusCents: number;
  points: number;
  took: readonly TakenGift[];
  principalDebtCents: number;
  bonusDebtCents: number;
  pointsDebt: number;
  levelBackToId: number | null;
  reason: string;
}

const COLUMNS: Record<keyof ReversalRow, string> = {
  receiptNo: 'receipt_no',
  topUpId: 'top_up_id',
  entryId: 'entry_id',
  walletId: 'wallet_id',
  memberId: 'member_id',
  storeId: 'store_id',
  tillId: 'till_id',
  staffId: 'staff_id',
  businessDate: 'business_date',
  at: 'at',
  tender: 'tender',
  principalCents: 'principal_cents',
  bonusCents: 'bonus_cents',
  points: 'points',
  took: 'took',
  principalDebtCents: 'principal_debt_cents',
  bonusDebtCents: 'bonus_debt_cents',
  pointsDebt: 'points_debt',
  levelBackToId: 'level_back_to_id',
  reason: 'reason',
};
const FIELDS = Object.keys(COLUMNS) as (keyof ReversalRow)[];

@Injectable()
export class TopUpReversalsRepository {
  find(sql: Sql, id: number): Promise<ReversibleTopUp | undefined> {
    return sql.maybe<ReversibleTopUp>(
      `SELECT t.id, t.receipt_no AS "receiptNo", t.entry_id AS "entryId", t.wallet_id AS "walletId", t.member_id AS "memberId",
              t.store_id AS "storeId", t.business_date AS "businessDate", t.tender, t.principal_cents AS "principalCents", t.bonus_cents AS "bonusCents", t.points, t.gave,
              t.bonus_debt_repaid_cents AS "bonusDebtRepaidCents", t.level_change_id AS "levelChangeId",
              (SELECT c.from_level_id FROM member_level_change c WHERE c.id = t.level_change_id) AS "levelFromId",
              (SELECT max(c.id) FROM member_level_change c WHERE c.member_id = t.member_id) AS "newestLevelChangeId",
              (SELECT x.receipt_no FROM top_up_reversal x WHERE x.top_up_id = t.id) AS "reversedBy"
         FROM top_up t WHERE t.id = $1`,
      [id],
    );
  }

  /** Of two tills that take one top-up back the second one waits here, and finds it taken back. */
  async lock(tx: Tx, id: number): Promise<ReversibleTopUp | undefined> {
    await tx.query('SELECT 1 FROM top_up WHERE id = $1 FOR NO KEY UPDATE', [id]);
    tx.locked('document', [id]);
    return this.find(tx, id);
  }

  async insert(tx: Tx, row: ReversalRow): Promise<number> {
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO top_up_reversal (${FIELDS.map((field) => COLUMNS[field]).join(', ')})
       VALUES (${FIELDS.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING id`,
      FIELDS.map((field) => (field === 'took' ? JSON.stringify(row.took) : row[field])),
    );
    return id;
  }
}
