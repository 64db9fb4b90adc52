import type { CardStatus } from '#membership/cards';
import type { Sql, Tx } from '#kernel';
import { run, sql } from '#kernel/lists';
import { Injectable } from '@nestjs/common';
import type { KeptGift } from './given.rules.js';
import { RULE_GIVES } from './rule-list.query.js';
import type { TopUpOffer } from './top-up.rules.js';

/** Who pays from or into a wallet, and on which terms. */
export interface Customer {
  memberId: number;
  name: string;
  levelId: number;
  payRateBps: number;
  pointsPerYuanBps: number;
  homeStoreId: number;
  walletId: number;
  hasPin: boolean;
}

export interface TopUpRow {
  receiptNo: string;
  entryId: number;
  walletId: number;
  memberId: number;
  cardId: number | null;
  storeId: number;
  tillId: number;
  staffId: number;
  businessDate: string;
  at: Date;
  tender: string;
  tenderReference: string | null;
  principalCents: number;
  bonusCents: number;
  points: number;
  /** What it gave beside bonus and points. */
  gave: readonly KeptGift[];
  ruleId: number | null;
  ruleTimes: number;
  bonusDebtRepaidCents: number;
  levelChangeId: number | null;
  principalAfterCents: number;
  bonusAfterCents: number;
  pointsAfter: number;
}

export interface TopUpSlip extends Omit<
  TopUpRow,
  | 'entryId'
  | 'walletId'
  | 'cardId'
  | 'tillId'
  | 'staffId'
  | 'ruleId'
  | 'ruleTimes'
  | 'bonusDebtRepaidCents'
  | 'levelChangeId'
  | 'tenderReference'
> {
  reference: string | null;
  topUpId: number;
  storeName: string;
  storeAddress: string | null;
  storePhone: string | null;
  tillName: string | null;
  staffName: string;
  memberName: string;
  levelName: string;
  phone: string | null;
  cardNo: string | null;
  cardStatus: CardStatus | null;
  cardExpired: boolean;
  /** The owner of the wallet, where it is not the member's own. */
  payerName: string | null;
  ruleName: string | null;
  raisedToLevelName: string | null;
  printCount: number;
  reversedBy: string | null;
}

@Injectable()
export class WalletsRepository {
  customer(sql: Sql, memberId: number): Promise<Customer | undefined> {
    return sql.maybe<Customer>(
      `SELECT m.id AS "memberId", coalesce(m.name, m.nickname) AS name, m.level_id AS "levelId", l.pay_rate_bps AS "payRateBps",
              l.points_per_yuan_bps AS "pointsPerYuanBps", m.home_store_id AS "homeStoreId", w.id AS "walletId", m.pin_hash IS NOT NULL AS "hasPin"
         FROM member m JOIN level l ON l.id = m.level_id JOIN wallet w ON w.member_id = m.id
        WHERE m.id = $1 AND m.status = 'active'`,
      [memberId],
    );
  }

  async hasRule(sql: Sql, id: number): Promise<boolean> {
    return (await sql.maybe('SELECT FROM top_up_rule WHERE id = $1', [id])) !== undefined;
  }

  /** Every rule that may be in force on a date; which ones are is decided by offersInForce. */
  offers(on: Sql, businessDate: string): Promise<TopUpOffer[]> {
    return run<TopUpOffer>(
      on,
      sql`SELECT r.id, r.name, r.level_id AS "levelId", r.store_id AS "storeId", r.starts_on AS "startsOn", r.ends_on AS "endsOn", r.pay_cents AS "payCents",
              ${RULE_GIVES}, r.per_multiple AS "perMultiple", r.grants_level_id AS "grantsLevelId", r.active
         FROM top_up_rule r WHERE r.active AND r.replaced_at IS NULL AND r.starts_on <= ${businessDate}::date AND (r.ends_on IS NULL OR r.ends_on >= ${businessDate}::date)`,
    );
  }

  async insertTopUp(tx: Tx, row: TopUpRow): Promise<number> {
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO top_up (receipt_no, entry_id, wallet_id, member_id, card_id, store_id, till_id, staff_id, business_date, at, tender,
                           principal_cents, bonus_cents, points, rule_id, rule_times, bonus_debt_repaid_cents, level_change_id, principal_after_cents, bonus_after_cents, points_after, tender_reference, gave)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23) RETURNING id`,
      [
        row.receiptNo,
        row.entryId,
        row.walletId,
        row.memberId,
        row.cardId,
        row.storeId,
        row.tillId,
        row.staffId,
        row.businessDate,
        row.at,
        row.tender,
        row.principalCents,
        row.bonusCents,
        row.points,
        row.ruleId,
        row.ruleTimes,
        row.bonusDebtRepaidCents,
        row.levelChangeId,
        row.principalAfterCents,
        row.bonusAfterCents,
        row.pointsAfter,
        row.tenderReference,
        JSON.stringify(row.gave),
      ],
    );
    return id;
  }

  slip(sql: Sql, id: number, today: string): Promise<TopUpSlip | undefined> {
    return sql.maybe<TopUpSlip>(
      `SELECT t.id AS "topUpId", t.receipt_no AS "receiptNo", t.business_date AS "businessDate", t.at, t.store_id AS "storeId", s.name AS "storeName",
              s.address AS "storeAddress", s.phone AS "storePhone", i.name AS "tillName", p.name AS "staffName", t.member_id AS "memberId",
              coalesce(m.name, m.nickname) AS "memberName", l.name AS "levelName", m.phone, c.card_no AS "cardNo", c.status AS "cardStatus",
              coalesce(c.expires_on < $2::date, false) AS "cardExpired", CASE WHEN w.member_id <> t.member_id THEN coalesce(b.name, b.nickname) END AS "payerName", t.tender, t.tender_reference AS reference, r.name AS "ruleName",
              t.principal_cents AS "principalCents", t.bonus_cents AS "bonusCents", t.points, t.gave, t.principal_after_cents AS "principalAfterCents",
              t.bonus_after_cents AS "bonusAfterCents", t.points_after AS "pointsAfter", t.print_count AS "printCount",
              x.receipt_no AS "reversedBy", g.name AS "raisedToLevelName"
         FROM top_up t JOIN store s ON s.id = t.store_id JOIN staff p ON p.id = t.staff_id JOIN member m ON m.id = t.member_id
         JOIN wallet w ON w.id = t.wallet_id JOIN member b ON b.id = w.member_id JOIN level l ON l.id = m.level_id LEFT JOIN till i ON i.id = t.till_id LEFT JOIN card c ON c.id = t.card_id
         LEFT JOIN top_up_rule r ON r.id = t.rule_id LEFT JOIN top_up_reversal x ON x.top_up_id = t.id
         LEFT JOIN member_level_change v ON v.id = t.level_change_id LEFT JOIN level g ON g.id = v.to_level_id
        WHERE t.id = $1`,
      [id, today],
    );
  }

  async lastLevelChange(sql: Sql, memberId: number): Promise<number> {
    const { id } = await sql.one<{ id: number }>(
      'SELECT max(id) AS id FROM member_level_change WHERE member_id = $1',
      [memberId],
    );
    return id;
  }

  /** Names of the levels above one. */
  async higherLevels(sql: Sql, levelId: number): Promise<Map<number, string>> {
    const rows = await sql.query<{ id: number; name: string }>(
      'SELECT h.id, h.name FROM level l JOIN level h ON h.rank > l.rank WHERE l.id = $1',
      [levelId],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  async storeNames(sql: Sql, ids: readonly number[]): Promise<Map<number, string>> {
    const rows = await sql.query<{ id: number; name: string }>(
      'SELECT id, name FROM store WHERE id = ANY ($1::bigint[])',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}
