import type { Sql } from '#kernel';
import { cardNumber } from './card-number.rules.js';
import type { CardStatus, CardStockState } from './card.rules.js';

let count = 0;

/** A card of a member in use (or in another status), issued by a store: without one by the member's own. */
export async function anActiveCard(
  sql: Sql,
  card: { memberId: number; storeId?: number; status?: CardStatus; cardNo?: string },
): Promise<{ cardId: number; cardNo: string }> {
  count += 1;
  const cardNo = card.cardNo ?? cardNumber('68009999', String(count).padStart(7, '0'));
  const { id } = await sql.one<{ id: number }>(
    `INSERT INTO card (card_no, member_id, wallet_id, store_id, status, issued_on)
     SELECT $1, m.id, w.id, coalesce($3::bigint, m.home_store_id), $4, m.joined_on
       FROM member m JOIN wallet w ON w.member_id = m.id WHERE m.id = $2 RETURNING id`,
    [cardNo, card.memberId, card.storeId ?? null, card.status ?? 'active'],
  );
  return { cardId: id, cardNo };
}

/** A printed card in the stock of a store; its number is of the range given, of nobody's by default. */
export async function aPrintedCard(
  sql: Sql,
  card: { storeId: number; prefix?: string; state?: CardStockState },
): Promise<{ cardId: number; cardNo: string }> {
  count += 1;
  const cardNo = cardNumber(card.prefix ?? '68009998', String(count).padStart(7, '0'));
  const { id } = await sql.one<{ id: number }>(
    `INSERT INTO card (card_no, store_id, status, origin, stock_state) VALUES ($1, $2, 'in_stock', 'stock', $3) RETURNING id`,
    [cardNo, card.storeId, card.state ?? 'ready'],
  );
  return { cardId: id, cardNo };
}
