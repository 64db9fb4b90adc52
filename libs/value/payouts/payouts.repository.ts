import type { Sql, Tx } from '#kernel';
import { runMaybe, sql, type SqlText } from '#kernel/lists';
import { Injectable } from '@nestjs/common';
import type { PayoutKind } from './payout.dto.js';
import { PAYOUT_COLUMNS, PAYOUT_JOINS } from './payout-list.query.js';
import type { PayoutView } from './payout-view.dto.js';

/** Who a wallet belongs to. */
export interface WalletOwner {
  memberId: number;
  walletId: number;
  homeStoreId: number;
  name: string;
  phone: string | null;
  hasPin: boolean;
}

/** A card about to be closed. Deposits may lie with another store than the one that issued it. */
export interface CardToClose {
  cardId: number;
  cardNo: string;
  status: string;
  walletId: number;
  memberId: number;
  memberName: string;
  walletMemberId: number;
  otherCards: number;
  depositCents: number;
  /** How the deposit was paid; null: nothing says it. */
  depositTender: string | null;
}

/** How the deposit of a card was paid: once, for the first card of those that replaced each other. */
const depositTenderOf = (cardId: SqlText) => sql`(
  WITH RECURSIVE line (id) AS (SELECT ${cardId} UNION ALL SELECT o.replaces_card_id FROM card o JOIN line USING (id) WHERE o.replaces_card_id IS NOT NULL)
  SELECT h.tender FROM card_charge h JOIN line ON line.id = h.card_id WHERE h.deposit_cents > 0 ORDER BY h.id DESC LIMIT 1)`;

/** A document in the table's words; what is left out is zero or nothing. */
export type PayoutColumns = Record<string, string | number | Date | null>;

export interface ReversiblePayout {
  id: number;
  kind: PayoutKind;
  receiptNo: string;
  entryId: number;
  storeId: number;
  memberId: number;
  businessDate: string;
  principalCents: number;
  paidCents: number;
  receivedCents: number;
  reversedAt: Date | null;
}

export type StoredPayout = Omit<
  PayoutView,
  'phoneMasked' | 'toPhoneMasked' | 'cardNoMasked' | 'receiptFooter'
> & {
  phone: string | null;
  toPhone: string | null;
  cardNo: string | null;
};

@Injectable()
export class PayoutsRepository {
  owner(on: Sql, memberId: number): Promise<WalletOwner | undefined> {
    return on.maybe<WalletOwner>(
      `SELECT m.id AS "memberId", w.id AS "walletId", m.home_store_id AS "homeStoreId", coalesce(m.name, m.nickname) AS name, m.phone,
              m.pin_hash IS NOT NULL AS "hasPin"
         FROM member m JOIN wallet w ON w.member_id = m.id WHERE m.id = $1 AND m.status = 'active'`,
      [memberId],
    );
  }

  card(on: Sql, cardNo: string): Promise<CardToClose | undefined> {
    return runMaybe<CardToClose>(
      on,
      sql`SELECT c.id AS "cardId", c.card_no AS "cardNo", c.status, c.wallet_id AS "walletId", c.member_id AS "memberId",
              coalesce(m.name, m.nickname) AS "memberName", w.member_id AS "walletMemberId", c.deposit_cents AS "depositCents",
              ${depositTenderOf(sql`c.id`)} AS "depositTender",
              (SELECT count(*) FROM card o WHERE o.wallet_id = c.wallet_id AND o.id <> c.id AND o.status IN ('active', 'lost')) AS "otherCards"
         FROM card c JOIN member m ON m.id = c.member_id JOIN wallet w ON w.id = c.wallet_id WHERE c.card_no = ${cardNo}`,
    );
  }

  async insert(tx: Tx, columns: PayoutColumns): Promise<number> {
    const names = Object.keys(columns);
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO payout (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING id`,
      Object.values(columns),
    );
    return id;
  }

  async insertRefund(tx: Tx, columns: PayoutColumns): Promise<void> {
    const names = Object.keys(columns);
    await tx.query(
      `INSERT INTO payout_refund (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(columns),
    );
  }

  detail(on: Sql, id: number, today: string): Promise<StoredPayout | undefined> {
    return runMaybe<StoredPayout>(
      on,
      sql`SELECT ${PAYOUT_COLUMNS}, i.name AS "tillName", o.address AS "storeAddress", o.phone AS "storePhone", l.name AS "levelName", m.phone,
              t.phone AS "toPhone", c.card_no AS "cardNo", c.status AS "cardStatus", coalesce(c.expires_on < ${today}::date, false) AS "cardExpired",
              ${depositTenderOf(sql`p.card_id`)} AS "depositTender", p.principal_kept_cents AS "principalKeptCents",
              p.bonus_paid_cents AS "bonusPaidCents", p.held_void_cents AS "heldVoidCents", p.held_moved_cents AS "heldMovedCents",
              p.entitled_cents AS "entitledCents", p.principal_after_cents AS "principalAfterCents", p.bonus_after_cents AS "bonusAfterCents",
              p.points_after AS "pointsAfter", p.print_count AS "printCount",
              CASE WHEN r.payout_id IS NOT NULL THEN json_build_object('basis', r.basis, 'proposedBasis', r.proposed_basis,
                'principalOnlyCents', r.principal_only_cents, 'paidRatioCents', r.paid_ratio_cents, 'listPriceCents', r.list_price_cents,
                'giftPointsTaken', r.gift_points_taken, 'pointsForfeited', r.points_forfeited, 'principalDebtCents', r.principal_debt_cents,
                'bonusDebtCents', r.bonus_debt_cents, 'walletDebtHow', r.wallet_debt_how, 'pointsDebt', r.points_debt,
                'pointsDebtHow', r.points_debt_how, 'pointsDebtPaidCents', r.points_debt_paid_cents) END AS refund,
              CASE WHEN p.reversed_at IS NOT NULL THEN json_build_object('at', p.reversed_at, 'staffName', x.name, 'reason', p.reversal_reason) END AS reversal
         FROM payout p ${PAYOUT_JOINS} JOIN level l ON l.id = m.level_id LEFT JOIN till i ON i.id = p.till_id LEFT JOIN card c ON c.id = p.card_id
         LEFT JOIN payout_refund r ON r.payout_id = p.id LEFT JOIN staff x ON x.id = p.reversed_by
        WHERE p.id = ${id}`,
    );
  }

  reversible(on: Sql, id: number, lock = ''): Promise<ReversiblePayout | undefined> {
    return on.maybe<ReversiblePayout>(
      `SELECT id, kind, receipt_no AS "receiptNo", entry_id AS "entryId", store_id AS "storeId", member_id AS "memberId", business_date AS "businessDate",
              principal_cents AS "principalCents", paid_cents AS "paidCents", received_cents AS "receivedCents", reversed_at AS "reversedAt"
         FROM payout WHERE id = $1 ${lock}`,
      [id],
    );
  }

  /** Waits for another reversal of the same document. */
  async lock(tx: Tx, id: number): Promise<ReversiblePayout | undefined> {
    const payout = await this.reversible(tx, id, 'FOR NO KEY UPDATE');
    if (payout) tx.locked('document', [payout.id]);
    return payout;
  }

  async markReversed(
    tx: Tx,
    id: number,
    by: { staffId: number; at: Date; reason: string; entryId: number },
  ): Promise<void> {
    await tx.query(
      'UPDATE payout SET reversed_at = $2, reversed_by = $3, reversal_reason = $4, reversal_entry_id = $5 WHERE id = $1',
      [id, by.at, by.staffId, by.reason, by.entryId],
    );
  }

  async storeOf(on: Sql, id: number): Promise<number | undefined> {
    const row = await on.maybe<{ storeId: number }>(
      'SELECT store_id AS "storeId" FROM payout WHERE id = $1',
      [id],
    );
    return row?.storeId;
  }

  async countPrint(tx: Tx, id: number): Promise<number> {
    const { printCount } = await tx.one<{ printCount: number }>(
      'UPDATE payout SET print_count = print_count + 1 WHERE id = $1 RETURNING print_count AS "printCount"',
      [id],
    );
    return printCount;
  }
}
