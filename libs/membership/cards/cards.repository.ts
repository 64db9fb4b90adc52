import { type Sql, takeTurns, type Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { CardOfMember } from './card.dto.js';
import type { CardStatus, CardStockState } from './card.rules.js';

export interface CardRecord {
  id: number;
  cardNo: string;
  status: CardStatus;
  memberId: number | null;
  walletId: number | null;
  storeId: number;
  storeName: string;
  depositCents: number;
  /** The store that holds the deposit. */
  depositStoreId: number;
  expiresOn: string | null;
  stockState: CardStockState | null;
  /** Of a family card: see payer.rules.ts. */
  dayLimitCents: number | null;
}

export interface NewCard {
  cardNo: string;
  memberId: number;
  walletId: number;
  storeId: number;
  depositCents: number;
  depositStoreId: number;
  feeCents: number;
  expiresOn: string | null;
  issuedOn: string;
  issuedBy: number;
  replacesCardId: number | null;
  /** Of a family card; goes along to its replacement. */
  dayLimitCents?: number | null;
}

const RECORD = `
  SELECT c.id, c.card_no AS "cardNo", c.status, c.member_id AS "memberId", c.wallet_id AS "walletId", c.store_id AS "storeId",
         (SELECT s.name FROM store s WHERE s.id = c.store_id) AS "storeName", c.deposit_cents AS "depositCents",
         coalesce(c.deposit_store_id, c.store_id) AS "depositStoreId", c.expires_on AS "expiresOn", c.stock_state AS "stockState",
         c.day_limit_cents AS "dayLimitCents"
    FROM card c`;
const BY_NUMBER = `${RECORD} WHERE c.card_no = $1`;

/**
 * Where whoever pays with a card, and whoever ends it, waits for it: first come, first served. Locks on rows would let one
 * payment after the other pass a loss that waits.
 */
export const cardQueue = (cardNo: string): string => `card ${cardNo}`;

@Injectable()
export class CardsRepository {
  find(sql: Sql, cardNo: string): Promise<CardRecord | undefined> {
    return sql.maybe<CardRecord>(BY_NUMBER, [cardNo]);
  }

  findById(sql: Sql, id: number): Promise<CardRecord | undefined> {
    return sql.maybe<CardRecord>(`${RECORD} WHERE c.id = $1`, [id]);
  }

  /** Nobody else uses or changes the card until this transaction ends; everybody waits in the card's queue. */
  async lock(tx: Tx, cardNo: string): Promise<CardRecord | undefined> {
    // Sent together; the card is read when the turn has come.
    const [, card] = await Promise.all([
      takeTurns(tx, [cardQueue(cardNo)]),
      tx.maybe<CardRecord>(`${BY_NUMBER} FOR NO KEY UPDATE OF c`, [cardNo]),
    ]);
    if (card) tx.locked('card', [card.id]);
    return card;
  }

  /** A printed card that waits to be handed out. A card in use is not touched: whose it is was not asked. */
  async lockInStock(tx: Tx, cardNo: string): Promise<CardRecord | undefined> {
    const card = await tx.maybe<CardRecord>(
      `${BY_NUMBER} AND c.status = 'in_stock' FOR NO KEY UPDATE OF c`,
      [cardNo],
    );
    if (card) tx.locked('stock_card', [card.id]);
    return card;
  }

  async prefixesOf(sql: Sql, storeId: number): Promise<string[]> {
    const rows = await sql.query<{ prefix: string }>(
      'SELECT prefix FROM card_range WHERE store_id = $1 AND active ORDER BY id',
      [storeId],
    );
    return rows.map((row) => row.prefix);
  }

  /** A card in use from today; undefined where the number exists. */
  async insert(tx: Tx, card: NewCard): Promise<number | undefined> {
    const row = await tx.maybe<{ id: number }>(
      `INSERT INTO card (member_id, wallet_id, store_id, status, deposit_cents, deposit_store_id, fee_cents, expires_on, issued_on, issued_by,
                         replaces_card_id, day_limit_cents, card_no)
       VALUES ($1, $2, $3, 'active', $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (card_no) DO NOTHING RETURNING id`,
      [...issueValues(card), card.cardNo],
    );
    return row?.id;
  }

  /** A printed card is handed out. */
  async activate(tx: Tx, id: number, card: NewCard): Promise<void> {
    await tx.query(
      `UPDATE card SET member_id = $1, wallet_id = $2, store_id = $3, status = 'active', stock_state = NULL, deposit_cents = $4, deposit_store_id = $5,
              fee_cents = $6, expires_on = $7, issued_on = $8, issued_by = $9, replaces_card_id = $10, day_limit_cents = $11,
              status_changed_at = now()
        WHERE id = $12`,
      [...issueValues(card), id],
    );
  }

  async setStatus(tx: Tx, id: number, status: CardStatus): Promise<void> {
    await tx.query('UPDATE card SET status = $2, status_changed_at = now() WHERE id = $1', [
      id,
      status,
    ]);
  }

  /** Cards of a wallet that are in use or only reported lost; the wallet's row keeps others from closing one meanwhile. */
  async countInUse(tx: Tx, walletId: number): Promise<number> {
    await tx.query('SELECT FROM wallet WHERE id = $1 FOR NO KEY UPDATE', [walletId]);
    tx.locked('wallet', [walletId]);
    const { count } = await tx.one<{ count: number }>(
      "SELECT count(*) AS count FROM card WHERE wallet_id = $1 AND status IN ('active', 'lost')",
      [walletId],
    );
    return count;
  }

  /** Cards in use first, then the newest. */
  ofMember(sql: Sql, memberId: number, today: string): Promise<CardOfMember[]> {
    return sql.query<CardOfMember>(
      `SELECT c.id, c.card_no AS "cardNo", c.status, s.name AS "storeName", c.issued_on AS "issuedOn", c.expires_on AS "expiresOn",
              coalesce(c.expires_on < $1::date, false) AS expired
         FROM card c JOIN store s ON s.id = c.store_id
        WHERE c.member_id = $2 ORDER BY c.status <> 'active', c.status <> 'lost', c.id DESC`,
      [today, memberId],
    );
  }

  async countsOf(sql: Sql, memberIds: readonly number[]): Promise<Map<number, number>> {
    const rows = await sql.query<{ id: number; count: number }>(
      `SELECT member_id AS id, count(*) AS count FROM card
        WHERE member_id = ANY ($1::bigint[]) AND status IN ('active', 'lost') GROUP BY member_id`,
      [memberIds],
    );
    return new Map(rows.map((row) => [row.id, row.count]));
  }
}

function issueValues(card: NewCard): unknown[] {
  return [
    card.memberId,
    card.walletId,
    card.storeId,
    card.depositCents,
    card.depositStoreId,
    card.feeCents,
    card.expiresOn,
    card.issuedOn,
    card.issuedBy,
    card.replacesCardId,
    card.dayLimitCents ?? null,
  ];
}
