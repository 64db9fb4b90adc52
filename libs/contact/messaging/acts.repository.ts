import { Injectable } from '@nestjs/common';
import type { Sql } from '#kernel';
import { type GaveFigures, TAKEN_OF_TOP_UP } from './given-words.js';
import type {
  AdjustmentFigures,
  CardFigures,
  FamilyCardFigures,
  PayoutFigures,
  Place,
  UndoneFigures,
  UndonePayout,
} from './message.locale.js';
import { ADDRESSEE, type ActOf } from './messages.repository.js';

/** Of a member `p` who was merged away since, the survivor. */
const LIVE_OF_P =
  'JOIN member m ON m.id = coalesce(p.merged_into_id, p.id) JOIN wallet w ON w.member_id = m.id';
/** The stored value as an entry left it: what was done since has a message of its own. */
const balanceAfter = (entryId: string): string =>
  `(SELECT coalesce(sum(last.after_amount), 0)::bigint FROM ledger.account a
     CROSS JOIN LATERAL (SELECT g.after_amount FROM ledger.posting g WHERE g.account_id = a.id AND g.facet = 'balance' AND g.entry_id <= ${entryId}
                          ORDER BY g.version DESC LIMIT 1) last
    WHERE a.kind IN ('principal', 'bonus') AND a.owner_id = w.id) AS "balanceCents"`;

/** The acts beside top-ups and payments that a member is told about, and whom they concern. */
@Injectable()
export class ActsRepository {
  /** A withdrawal, transfer, refund or closing, as the member it was taken from sees it. */
  payout(sql: Sql, id: number): Promise<ActOf<PayoutFigures> | undefined> {
    return sql.maybe(
      `SELECT p.kind AS "payoutKind", p.member_id AS "memberId", p.store_id AS "storeId", p.business_date AS "businessDate", s.name AS "storeName",
              p.paid_cents AS "paidCents", p.deposit_cents AS "depositCents", p.principal_cents + p.bonus_moved_cents AS "movedCents",
              p.principal_after_cents AS "principalAfterCents", p.bonus_after_cents AS "bonusAfterCents", p.reversed_at IS NOT NULL AS voided, ${ADDRESSEE}
         FROM payout p JOIN store s ON s.id = p.store_id JOIN member m ON m.id = p.member_id WHERE p.id = $1`,
      [id],
    );
  }

  /** The same transfer as its receiver sees it. */
  received(sql: Sql, payoutId: number): Promise<ActOf<PayoutFigures> | undefined> {
    return sql.maybe(
      `SELECT p.kind AS "payoutKind", p.to_member_id AS "memberId", p.store_id AS "storeId", p.business_date AS "businessDate", s.name AS "storeName",
              0::bigint AS "paidCents", 0::bigint AS "depositCents", p.principal_cents + p.bonus_moved_cents AS "movedCents",
              coalesce(p.to_principal_after_cents, 0) AS "principalAfterCents", coalesce(p.to_bonus_after_cents, 0) AS "bonusAfterCents",
              p.reversed_at IS NOT NULL AS voided, ${ADDRESSEE}
         FROM payout p JOIN store s ON s.id = p.store_id JOIN member m ON m.id = p.to_member_id WHERE p.id = $1 AND p.kind = 'transfer'`,
      [payoutId],
    );
  }

  adjustment(sql: Sql, id: number): Promise<ActOf<AdjustmentFigures> | undefined> {
    return sql.maybe(
      `SELECT a.kind AS account, a.member_id AS "memberId", a.store_id AS "storeId", a.business_date AS "businessDate", s.name AS "storeName",
              a.amount, a.balance_after AS "balanceAfter",
              EXISTS (SELECT FROM ledger.reversal r WHERE r.reversed_entry_id = a.entry_id) AS voided, ${ADDRESSEE}
         FROM adjustment a JOIN store s ON s.id = a.store_id JOIN member m ON m.id = a.member_id WHERE a.id = $1`,
      [id],
    );
  }

  topUpReversal(
    sql: Sql,
    id: number,
  ): Promise<ActOf<Place & GaveFigures & { principalCents: number }> | undefined> {
    return sql.maybe(
      `SELECT m.id AS "memberId", t.store_id AS "storeId", t.business_date AS "businessDate", s.name AS "storeName",
              t.principal_cents AS "principalCents", ${TAKEN_OF_TOP_UP}, false AS voided, ${ADDRESSEE}
         FROM top_up_reversal t JOIN store s ON s.id = t.store_id JOIN wallet w ON w.id = t.wallet_id JOIN member m ON m.id = w.member_id
        WHERE t.id = $1`,
      [id],
    );
  }

  /** A sale that was voided: whoever's wallet had paid is told. */
  saleVoid(sql: Sql, saleId: number): Promise<ActOf<UndoneFigures> | undefined> {
    return sql.maybe(
      `SELECT m.id AS "memberId", x.store_id AS "storeId", x.business_date AS "businessDate", s.name AS "storeName",
              x.principal_cents + x.bonus_cents AS "walletCents", ${balanceAfter('x.void_entry_id')}, m.status <> 'active' AS voided, ${ADDRESSEE}
         FROM sale x JOIN store s ON s.id = x.store_id JOIN member p ON p.id = coalesce(x.payer_id, x.member_id) ${LIVE_OF_P} WHERE x.id = $1`,
      [saleId],
    );
  }

  /** Something of a sale that came back: whoever's wallet had paid is told. */
  saleReturn(sql: Sql, returnId: number): Promise<ActOf<UndoneFigures> | undefined> {
    return sql.maybe(
      `SELECT m.id AS "memberId", r.store_id AS "storeId", r.business_date AS "businessDate", s.name AS "storeName",
              r.principal_cents + r.bonus_cents AS "walletCents", ${balanceAfter('r.entry_id')}, m.status <> 'active' AS voided, ${ADDRESSEE}
         FROM sale_return r JOIN sale x ON x.id = r.sale_id JOIN store s ON s.id = r.store_id
         JOIN member p ON p.id = coalesce(x.payer_id, x.member_id) ${LIVE_OF_P} WHERE r.id = $1`,
      [returnId],
    );
  }

  /** A payout that was reversed, as the member reads it whose wallet it left; of a transfer also the one who got it. */
  payoutReversal(
    sql: Sql,
    payoutId: number,
  ): Promise<ActOf<UndoneFigures & { undone: UndonePayout }>[]> {
    return sql.query(
      `SELECT m.id AS "memberId", x.store_id AS "storeId", x.business_date AS "businessDate", s.name AS "storeName", side.undone,
              greatest(x.paid_cents, x.principal_cents + x.bonus_moved_cents) AS "walletCents", ${balanceAfter('x.reversal_entry_id')}, m.status <> 'active' AS voided, ${ADDRESSEE}
         FROM payout x JOIN store s ON s.id = x.store_id
         JOIN LATERAL (VALUES (x.member_id, CASE x.kind WHEN 'transfer' THEN 'transfer_out' ELSE x.kind END), (x.to_member_id, 'transfer_in'))
              AS side (member_id, undone) ON side.member_id IS NOT NULL
         JOIN member p ON p.id = side.member_id ${LIVE_OF_P} WHERE x.id = $1`,
      [payoutId],
    );
  }

  /** Something about a member's PIN, at a store or at the member's own. */
  pin(
    sql: Sql,
    memberId: number,
    storeId: number | null,
  ): Promise<ActOf<{ storeName: string; timezone: string }> | undefined> {
    return sql.maybe(
      `SELECT m.id AS "memberId", s.id AS "storeId", s.name AS "storeName", s.timezone, m.status <> 'active' AS voided, ${ADDRESSEE}
         FROM member m JOIN store s ON s.id = coalesce($2::bigint, m.home_store_id) WHERE m.id = $1`,
      [memberId, storeId],
    );
  }

  /** Something about a record at a store: its own phone, also of one that was merged away. */
  record(
    sql: Sql,
    memberId: number,
    storeId: number,
  ): Promise<ActOf<{ storeName: string }> | undefined> {
    return sql.maybe(
      `SELECT m.id AS "memberId", s.id AS "storeId", s.name AS "storeName", m.status = 'erased' AS voided, ${ADDRESSEE}
         FROM member m, store s WHERE m.id = $1 AND s.id = $2`,
      [memberId, storeId],
    );
  }

  /** A card with the one that followed it, if any. */
  card(
    sql: Sql,
    cardId: number,
    storeId: number | null,
  ): Promise<ActOf<CardFigures & { status: string }> | undefined> {
    return sql.maybe(
      `SELECT c.member_id AS "memberId", s.id AS "storeId", s.name AS "storeName", c.card_no AS "cardNo", c.status,
              (SELECT n.card_no FROM card n WHERE n.replaces_card_id = c.id ORDER BY n.id DESC LIMIT 1) AS "newCardNo",
              m.status <> 'active' AS voided, ${ADDRESSEE}
         FROM card c JOIN member m ON m.id = c.member_id JOIN store s ON s.id = coalesce($2::bigint, c.store_id) WHERE c.id = $1`,
      [cardId, storeId],
    );
  }

  /** Somebody's card, as the owner of the wallet it spends (or spent) reads of it. */
  familyCard(
    sql: Sql,
    of: { cardId: number; ownerId: number; storeId: number },
  ): Promise<ActOf<FamilyCardFigures> | undefined> {
    return sql.maybe(
      `SELECT m.id AS "memberId", s.id AS "storeId", s.name AS "storeName", c.card_no AS "cardNo", coalesce(h.name, h.nickname) AS "holderName",
              c.day_limit_cents AS "dayLimitCents",
              (SELECT n.card_no FROM card n WHERE n.replaces_card_id = c.id ORDER BY n.id DESC LIMIT 1) AS "newCardNo",
              m.status <> 'active' AS voided, ${ADDRESSEE}
         FROM card c JOIN member h ON h.id = c.member_id, member m, store s WHERE c.id = $1 AND m.id = $2 AND s.id = $3`,
      [of.cardId, of.ownerId, of.storeId],
    );
  }
}
