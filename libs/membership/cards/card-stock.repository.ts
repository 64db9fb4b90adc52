import type { Sql, Tx } from '#kernel';
import { runMaybe, sql } from '#kernel/lists';
import { Injectable } from '@nestjs/common';
import type { CardStockDocumentRow, CardStockLineView, CardStockPlace } from './card-stock.dto.js';
import { stockDocumentMatches, stockDocumentRows } from './card-stock-list.query.js';
import type { CardStockState } from './card.rules.js';

export interface StockCard {
  id: number;
  cardNo: string;
}

export interface NewStockDocument {
  kind: 'receive' | 'transfer';
  fromStoreId: number | null;
  toStoreId: number;
  note: string | null;
  staffId: number;
}

@Injectable()
export class CardStockRepository {
  /** The prefixes a store's printed cards may have: its own ranges; head office stocks cards of all. */
  async prefixesFor(sql: Sql, storeId: number): Promise<string[]> {
    const rows = await sql.query<{ prefix: string }>(
      `SELECT r.prefix FROM card_range r JOIN store s ON s.id = $1
        WHERE r.active AND (r.store_id = s.id OR s.type = 'head_office') ORDER BY r.id`,
      [storeId],
    );
    return rows.map(({ prefix }) => prefix);
  }

  async taken(sql: Sql, numbers: readonly string[]): Promise<string[]> {
    const rows = await sql.query<{ cardNo: string }>(
      'SELECT card_no AS "cardNo" FROM card WHERE card_no = ANY ($1::text[]) ORDER BY card_no',
      [numbers],
    );
    return rows.map(({ cardNo }) => cardNo);
  }

  /** New cards in stock; those whose number exists are left out. */
  insertCards(tx: Tx, storeId: number, numbers: readonly string[]): Promise<StockCard[]> {
    return tx.query<StockCard>(
      `INSERT INTO card (card_no, store_id, status, origin, stock_state)
       SELECT n, $1, 'in_stock', 'stock', 'ready' FROM unnest($2::text[]) AS n
       ON CONFLICT (card_no) DO NOTHING RETURNING id, card_no AS "cardNo"`,
      [storeId, numbers],
    );
  }

  /** The document of these cards and its lines. */
  async insertDocument(
    tx: Tx,
    document: NewStockDocument,
    cards: readonly StockCard[],
  ): Promise<number> {
    const numbers = cards.map(({ cardNo }) => cardNo).sort();
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO card_stock_document (kind, status, from_store_id, to_store_id, quantity, first_no, last_no, note, made_by, received_by, received_at)
       SELECT $1, CASE WHEN $1 = 'receive' THEN 'received' ELSE 'sent' END, $2, $3, $4, $5, $6, $7, $8,
              CASE WHEN $1 = 'receive' THEN $8::bigint END, CASE WHEN $1 = 'receive' THEN now() END RETURNING id`,
      [
        document.kind,
        document.fromStoreId,
        document.toStoreId,
        cards.length,
        numbers[0],
        numbers.at(-1),
        document.note,
        document.staffId,
      ],
    );
    await tx.query(
      `INSERT INTO card_stock_line (document_id, card_id, state) SELECT $1, c, $3 FROM unnest($2::bigint[]) AS c`,
      [id, cards.map((card) => card.id), document.kind === 'receive' ? 'received' : 'sent'],
    );
    return id;
  }

  /** Ready cards of a store, locked: those named, or the lowest numbers. */
  lockReady(
    tx: Tx,
    storeId: number,
    chosen: { numbers: readonly string[] } | { quantity: number },
  ): Promise<StockCard[]> {
    const ready = `SELECT id, card_no AS "cardNo" FROM card WHERE store_id = $1 AND status = 'in_stock' AND stock_state = 'ready'`;
    return 'numbers' in chosen
      ? tx.query<StockCard>(
          `${ready} AND card_no = ANY ($2::text[]) ORDER BY card_no FOR NO KEY UPDATE`,
          [storeId, chosen.numbers],
        )
      : tx.query<StockCard>(
          `${ready} ORDER BY card_no COLLATE "C" LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`,
          [storeId, chosen.quantity],
        );
  }

  async setState(tx: Tx, ids: readonly number[], state: CardStockState, storeId?: number) {
    await tx.query(
      `UPDATE card SET stock_state = $2, store_id = coalesce($3, store_id), status_changed_at = now() WHERE id = ANY ($1::bigint[])`,
      [ids, state, storeId ?? null],
    );
  }

  lockDocument(
    tx: Tx,
    id: number,
  ): Promise<{ kind: string; status: string; fromStoreId: number; toStoreId: number } | undefined> {
    return tx.maybe(
      `SELECT kind, status, from_store_id AS "fromStoreId", to_store_id AS "toStoreId" FROM card_stock_document WHERE id = $1 FOR UPDATE`,
      [id],
    );
  }

  cardsOf(tx: Tx, documentId: number): Promise<StockCard[]> {
    return tx.query<StockCard>(
      `SELECT c.id, c.card_no AS "cardNo" FROM card_stock_line l JOIN card c ON c.id = l.card_id
        WHERE l.document_id = $1 ORDER BY c.card_no FOR NO KEY UPDATE OF c`,
      [documentId],
    );
  }

  async setLines(tx: Tx, documentId: number, cardIds: readonly number[], state: string) {
    await tx.query(
      'UPDATE card_stock_line SET state = $3 WHERE document_id = $1 AND card_id = ANY ($2::bigint[])',
      [documentId, cardIds, state],
    );
  }

  async setReceived(tx: Tx, id: number, staffId: number, note: string | null): Promise<void> {
    await tx.query(
      `UPDATE card_stock_document SET status = 'received', received_by = $2, received_at = now(), difference_note = $3 WHERE id = $1`,
      [id, staffId, note],
    );
  }

  /** Cards that are missing or damaged, locked. */
  lockAstray(tx: Tx, numbers: readonly string[]): Promise<(StockCard & { storeId: number })[]> {
    return tx.query(
      `SELECT id, card_no AS "cardNo", store_id AS "storeId" FROM card
        WHERE card_no = ANY ($1::text[]) AND status = 'in_stock' AND stock_state IN ('missing', 'damaged') ORDER BY card_no FOR NO KEY UPDATE`,
      [numbers],
    );
  }

  places(sql: Sql, storeIds: readonly number[]): Promise<CardStockPlace[]> {
    return sql.query<CardStockPlace>(
      `SELECT s.id AS "storeId", s.name AS "storeName", count(c.id) FILTER (WHERE c.stock_state = 'ready') AS ready,
              count(c.id) FILTER (WHERE c.stock_state = 'in_transit') AS "inTransit", count(c.id) FILTER (WHERE c.stock_state = 'missing') AS missing,
              count(c.id) FILTER (WHERE c.stock_state = 'damaged') AS damaged
         FROM store s LEFT JOIN card c ON c.store_id = s.id AND c.status = 'in_stock'
        WHERE s.id = ANY ($1::bigint[]) GROUP BY s.id ORDER BY s.type = 'head_office' DESC, s.id`,
      [storeIds],
    );
  }

  document(
    on: Sql,
    id: number,
    storeIds: readonly number[],
  ): Promise<CardStockDocumentRow | undefined> {
    const matches = stockDocumentMatches({}, storeIds);
    return runMaybe<CardStockDocumentRow>(
      on,
      stockDocumentRows(
        sql`SELECT d.id FROM card_stock_document d WHERE ${matches} AND d.id = ${id}`,
      ),
    );
  }

  lines(sql: Sql, documentId: number): Promise<CardStockLineView[]> {
    return sql.query<CardStockLineView>(
      `SELECT c.card_no AS "cardNo", l.state FROM card_stock_line l JOIN card c ON c.id = l.card_id
        WHERE l.document_id = $1 ORDER BY c.card_no COLLATE "C"`,
      [documentId],
    );
  }
}
