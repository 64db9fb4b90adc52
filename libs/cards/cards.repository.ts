import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { CardOfMember, CardRow } from './card.dto.js';
import type { CardStatus } from './card.rules.js';

export interface CardRecord {
  id: number;
  cardNo: string;
  status: CardStatus;
  memberId: number | null;
  walletId: number | null;
  storeId: number;
}

const RECORD = `SELECT id, card_no AS "cardNo", status, member_id AS "memberId", wallet_id AS "walletId", store_id AS "storeId"
                  FROM card WHERE card_no = $1`;

const ROW = `SELECT c.id, c.card_no AS "cardNo", c.status, s.name AS "storeName", c.issued_on AS "issuedOn", c.expires_on AS "expiresOn"`;

@Injectable()
export class CardsRepository {
  find(sql: Sql, cardNo: string): Promise<CardRecord | undefined> {
    return sql.maybe<CardRecord>(RECORD, [cardNo]);
  }

  /** Its status can't change until this transaction ends; others may use it too. */
  findForUse(tx: Tx, cardNo: string): Promise<CardRecord | undefined> {
    return tx.maybe<CardRecord>(`${RECORD} FOR SHARE`, [cardNo]);
  }

  lock(tx: Tx, cardNo: string): Promise<CardRecord | undefined> {
    return tx.maybe<CardRecord>(`${RECORD} FOR NO KEY UPDATE`, [cardNo]);
  }

  async prefixesOf(sql: Sql, storeId: number): Promise<string[]> {
    const rows = await sql.query<{ prefix: string }>(
      'SELECT prefix FROM card_range WHERE store_id = $1 AND active ORDER BY id',
      [storeId],
    );
    return rows.map((row) => row.prefix);
  }

  /** A card in use from today; undefined where the number exists. */
  async insert(
    tx: Tx,
    card: {
      cardNo: string;
      memberId: number;
      walletId: number;
      storeId: number;
      depositCents: number;
      feeCents: number;
      issuedOn: string;
      issuedBy: number;
    },
  ): Promise<number | undefined> {
    const row = await tx.maybe<{ id: number }>(
      `INSERT INTO card (card_no, member_id, wallet_id, store_id, status, deposit_cents, fee_cents, issued_on, issued_by)
       VALUES ($1, $2, $3, $4, 'active', $5, $6, $7, $8) ON CONFLICT (card_no) DO NOTHING RETURNING id`,
      [
        card.cardNo,
        card.memberId,
        card.walletId,
        card.storeId,
        card.depositCents,
        card.feeCents,
        card.issuedOn,
        card.issuedBy,
      ],
    );
    return row?.id;
  }

  async setStatus(tx: Tx, id: number, status: CardStatus): Promise<void> {
    await tx.query('UPDATE card SET status = $2, status_changed_at = now() WHERE id = $1', [
      id,
      status,
    ]);
  }

  /** Cards in use first, then the newest. */
  ofMember(sql: Sql, memberId: number): Promise<CardOfMember[]> {
    return sql.query<CardOfMember>(
      `${ROW} FROM card c JOIN store s ON s.id = c.store_id WHERE c.member_id = $1
        ORDER BY c.status <> 'active', c.status <> 'lost', c.id DESC`,
      [memberId],
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

  /** A page of the cards of these stores. `numberFrom`/`numberTo` and `nameFrom`/`nameTo` bound a prefix. */
  async page(
    sql: Sql,
    filter: {
      storeIds: readonly number[];
      status?: CardStatus;
      number?: { from: string; to: string };
      name?: { from: string; to: string };
      limit: number;
      offset: number;
    },
  ): Promise<{ rows: CardRow[]; total: number }> {
    const params: unknown[] = [filter.storeIds, filter.status ?? null];
    let where = 'WHERE c.store_id = ANY ($1::bigint[]) AND ($2::text IS NULL OR c.status = $2)';
    if (filter.number) {
      params.push(filter.number.from, filter.number.to);
      where += ' AND c.card_no COLLATE "C" >= $3 AND c.card_no COLLATE "C" < $4';
    } else if (filter.name) {
      params.push(filter.name.from, filter.name.to);
      where +=
        ' AND c.member_id IN (SELECT k.member_id FROM member_key k WHERE k.key >= $3 AND k.key < $4)';
    }
    const { total } = await sql.one<{ total: number }>(
      `SELECT count(*) AS total FROM card c ${where}`,
      params,
    );
    const rows = await sql.query<CardRow>(
      `${ROW}, c.member_id AS "memberId", coalesce(m.name, m.nickname) AS "memberName"
         FROM card c JOIN store s ON s.id = c.store_id LEFT JOIN member m ON m.id = c.member_id
        ${where} ORDER BY c.id DESC LIMIT $${params.length + 1} OFFSET $${params.length + 2}`,
      [...params, filter.limit, filter.offset],
    );
    return { rows, total };
  }
}
