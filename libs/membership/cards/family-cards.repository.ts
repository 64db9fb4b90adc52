import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { FamilyCardView } from './family-card.dto.js';
import { PAYER_OF_WALLET } from './payer.query.js';

/** Whose wallet a card spends. */
export interface CardPayer {
  id: number;
  name: string;
  hasPin: boolean;
}

/** Of a family card: the owner of the wallet, and what the owner allows. */
export interface PayerOfCard extends CardPayer {
  cardId: number;
  walletId: number;
  dayLimitCents: number | null;
  spentTodayCents: number;
  /** What left that wallet today without its PIN, by whomever. */
  withoutPinTodayCents: number;
}

const PAYER = `payer.id, payer.name, payer.pin_stamp IS NOT NULL AS "hasPin"`;

@Injectable()
export class FamilyCardsRepository {
  /** The owner of the wallet of a card, whoever holds the card. */
  payer(sql: Sql, cardId: number): Promise<CardPayer> {
    return sql.one<CardPayer>(
      `SELECT ${PAYER} FROM card c JOIN LATERAL (${PAYER_OF_WALLET}) payer ON true WHERE c.id = $1`,
      [cardId],
    );
  }

  /** The member's family cards by their ids: whose wallets they spend. */
  async payersOf(sql: Sql, memberId: number, today: string): Promise<Map<number, PayerOfCard>> {
    const rows = await sql.query<PayerOfCard>(
      `SELECT c.id AS "cardId", c.wallet_id AS "walletId", c.day_limit_cents AS "dayLimitCents", ${PAYER},
              family_spent_cents(payer.id, c.member_id, $2::date) AS "spentTodayCents",
              without_pin_cents(payer.id, $2::date) AS "withoutPinTodayCents"
         FROM card c JOIN LATERAL (${PAYER_OF_WALLET}) payer ON payer.id <> c.member_id WHERE c.member_id = $1`,
      [memberId, today],
    );
    return new Map(rows.map((row) => [row.cardId, row]));
  }

  /** Other members' cards on a wallet, those in use first. */
  onWallet(sql: Sql, walletId: number, ownerId: number, today: string): Promise<FamilyCardView[]> {
    return sql.query<FamilyCardView>(
      `SELECT c.id, c.card_no AS "cardNo", c.status, coalesce(c.expires_on < $3::date, false) AS expired, c.expires_on AS "expiresOn",
              m.id AS "holderId", coalesce(m.name, m.nickname) AS "holderName", c.day_limit_cents AS "dayLimitCents",
              family_spent_cents($2, m.id, $3::date) AS "spentTodayCents"
         FROM card c JOIN member m ON m.id = c.member_id
        WHERE c.wallet_id = $1 AND c.member_id <> $2 ORDER BY c.status <> 'active', c.status <> 'lost', c.id DESC`,
      [walletId, ownerId, today],
    );
  }

  async setLimit(tx: Tx, cardId: number, dayLimitCents: number | null): Promise<void> {
    await tx.query('UPDATE card SET day_limit_cents = $2 WHERE id = $1', [cardId, dayLimitCents]);
  }

  /** The card spends its holder's own wallet again. */
  async unbind(tx: Tx, cardId: number): Promise<void> {
    await tx.query(
      `UPDATE card c SET wallet_id = w.id, day_limit_cents = NULL FROM wallet w WHERE w.member_id = c.member_id AND c.id = $1`,
      [cardId],
    );
  }
}
