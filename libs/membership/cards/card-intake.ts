import type { Sql, Tx } from '#kernel';
import type { CardStatus } from './card.rules.js';

/** A card of a previous system: its number is valid as it is. */
export interface TakenCard {
  cardNo: string;
  memberId: number;
  walletId: number;
  storeId: number;
  status: Exclude<CardStatus, 'in_stock'>;
  issuedOn: string;
  expiresOn: string | null;
}

/**
 * Many cards at once. A number that exists fails the whole statement (card_no_key). Returns their ids in the order given.
 */
export async function takeCards(tx: Tx, cards: readonly TakenCard[]): Promise<number[]> {
  if (cards.length === 0) return [];
  const ids = await tx.query<{ id: number }>(
    `SELECT nextval(s.card) AS id FROM (SELECT pg_get_serial_sequence('card', 'id')::regclass AS card OFFSET 0) s,
            generate_series(1, $1::int)`,
    [cards.length],
  );
  const rows = cards.map((card, index) => ({ ...card, id: ids[index]?.id }));
  await tx.query(
    `INSERT INTO card (id, card_no, member_id, wallet_id, store_id, status, issued_on, expires_on, origin)
     SELECT x.id, x."cardNo", x."memberId", x."walletId", x."storeId", x.status, x."issuedOn", x."expiresOn", 'imported'
       FROM jsonb_to_recordset($1::jsonb) AS x(id bigint, "cardNo" text, "memberId" bigint, "walletId" bigint, "storeId" bigint,
            status text, "issuedOn" date, "expiresOn" date)`,
    [JSON.stringify(rows)],
  );
  return ids.map(({ id }) => id);
}

/** Which of these numbers cards have, whatever their state. */
export async function cardNosInUse(sql: Sql, cardNos: readonly string[]): Promise<Set<string>> {
  const rows = await sql.query<{ cardNo: string }>(
    'SELECT card_no AS "cardNo" FROM card WHERE card_no = ANY ($1::text[])',
    [cardNos],
  );
  return new Set(rows.map(({ cardNo }) => cardNo));
}
