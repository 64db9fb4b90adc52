import { cardQueue } from '#cards';
import { type Sql, takeTurns, type Tx } from '#kernel';
import type { AccountRef } from '#ledger';
import { Injectable } from '@nestjs/common';

export interface OpenSale {
  storeName: string;
  tillName: string;
}

export interface MergeDocument {
  memberId: number;
  mergedMemberId: number;
  entryId: number;
  principalCents: number;
  bonusCents: number;
  points: number;
  cards: number;
  storeId: number;
  tillId: number | null;
  staffId: number;
  businessDate: string;
  at: Date;
  reason: string | null;
}

/** Somebody's card on somebody else's wallet, after one of the two records ended. */
export interface MovedFamilyCard {
  cardId: number;
  ownerId: number;
  /** The wallet is another one than before. */
  isRebound: boolean;
}

// A till that was switched off in the middle of a cart holds nobody up for ever.
const OPEN_SALE_HOURS = 12;

@Injectable()
export class MergeRepository {
  /** Cards of these members and on these wallets stay as they are until the transaction ends; sales with them wait or are over. */
  async lockCards(
    tx: Tx,
    memberIds: readonly number[],
    walletIds: readonly number[],
  ): Promise<void> {
    const theirs =
      'SELECT id, card_no AS "cardNo" FROM card WHERE member_id = ANY ($1::bigint[]) OR wallet_id = ANY ($2::bigint[]) ORDER BY id';
    const owners = [memberIds, walletIds];
    const known = await tx.query<{ cardNo: string }>(theirs, owners);
    await takeTurns(
      tx,
      known.map(({ cardNo }) => cardQueue(cardNo)),
    );
    const cards = await tx.query<{ id: number }>(`${theirs} FOR NO KEY UPDATE`, owners);
    tx.locked('card', idsOf(cards));
  }

  /** No card of these wallets is closed meanwhile. */
  async lockWallets(tx: Tx, ids: readonly number[]): Promise<void> {
    const wallets = await tx.query<{ id: number }>(
      'SELECT id FROM wallet WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE',
      [ids],
    );
    tx.locked('wallet', idsOf(wallets));
  }

  /** In one order for all, with those whom the merged member brought: their record names the survivor afterwards. */
  async lockMembers(tx: Tx, ids: readonly number[], mergedId: number): Promise<void> {
    const members = await tx.query<{ id: number }>(
      'SELECT id FROM member WHERE id = ANY ($1::bigint[]) OR referrer_id = $2 ORDER BY id FOR NO KEY UPDATE',
      [ids, mergedId],
    );
    tx.locked('member', idsOf(members));
  }

  openSale(sql: Sql, memberIds: readonly number[]): Promise<OpenSale | undefined> {
    return sql.maybe(
      `SELECT s.name AS "storeName", t.name AS "tillName" FROM till_open_sale o JOIN till t ON t.id = o.till_id JOIN store s ON s.id = t.store_id
        WHERE o.member_id = ANY ($1::bigint[]) AND o.since > now() - make_interval(hours => ${OPEN_SALE_HOURS}) ORDER BY o.since LIMIT 1`,
      [memberIds],
    );
  }

  /** Accounts of a kind that exists once per service. */
  visitAccounts(sql: Sql, walletIds: readonly number[]): Promise<AccountRef[]> {
    return sql.query(
      `SELECT DISTINCT kind, unit, owner_id AS "ownerId" FROM ledger.account WHERE kind = 'visits' AND owner_id = ANY ($1::bigint[])`,
      [walletIds],
    );
  }

  /** Nothing but a reversal moves these accounts any more. */
  async closeAccounts(tx: Tx, walletId: number, memberId: number): Promise<void> {
    await tx.query(
      `SELECT ledger.close_accounts(ARRAY(SELECT id FROM ledger.account
         WHERE (kind IN ('principal', 'bonus', 'visits') AND owner_id = $1) OR (kind = 'points' AND owner_id = $2)))`,
      [walletId, memberId],
    );
  }

  /** The ends of merges that these accounts belonged to, with the survivor's accounts of the same kind. */
  closedAmong(
    sql: Sql,
    refs: readonly AccountRef[],
  ): Promise<(AccountRef & { toOwnerId: number; memberId: number; homeStoreId: number })[]> {
    const json = JSON.stringify(refs.map(({ kind, ownerId, unit }) => ({ kind, ownerId, unit })));
    return sql.query(
      `SELECT a.kind, a.unit, a.owner_id AS "ownerId", CASE a.kind WHEN 'points' THEN m.id ELSE w.id END AS "toOwnerId", m.id AS "memberId",
              m.home_store_id AS "homeStoreId"
         FROM jsonb_to_recordset($1::jsonb) AS r(kind text, "ownerId" bigint, unit text)
         JOIN ledger.account a ON a.kind = r.kind AND a.owner_id = r."ownerId" AND a.unit = r.unit
         JOIN ledger.closed_account c ON c.account_id = a.id
         JOIN member_alias x ON x.alias_member_id = CASE a.kind WHEN 'points' THEN a.owner_id ELSE (SELECT member_id FROM wallet WHERE id = a.owner_id) END
         JOIN member m ON m.id = x.member_id JOIN wallet w ON w.member_id = m.id`,
      [json],
    );
  }

  /** Where value goes on to when this entry is reversed: accounts of survivors, for closed ones of the entry or named. */
  survivorsAccounts(
    sql: Sql,
    entryId: number,
    named: readonly AccountRef[],
  ): Promise<AccountRef[]> {
    return sql.query<AccountRef>(
      `SELECT DISTINCT a.kind, a.unit, CASE a.kind WHEN 'points' THEN m.id ELSE w.id END AS "ownerId"
         FROM (SELECT account_id FROM ledger.posting WHERE entry_id = $1 AND account_id IS NOT NULL
               UNION SELECT account_id FROM ledger.lot_move WHERE entry_id = $1
               UNION SELECT n.id FROM jsonb_to_recordset($2::jsonb) AS r(kind text, "ownerId" bigint, unit text)
                       JOIN ledger.account n ON n.kind = r.kind AND n.owner_id = r."ownerId" AND n.unit = r.unit) t
         JOIN ledger.closed_account c ON c.account_id = t.account_id JOIN ledger.account a ON a.id = t.account_id
         JOIN member_alias x ON x.alias_member_id = CASE a.kind WHEN 'points' THEN a.owner_id ELSE (SELECT member_id FROM wallet WHERE id = a.owner_id) END
         JOIN member m ON m.id = x.member_id JOIN wallet w ON w.member_id = m.id`,
      [entryId, JSON.stringify(named)],
    );
  }

  async insert(tx: Tx, row: MergeDocument): Promise<void> {
    await tx.query(
      `INSERT INTO member_merge (member_id, merged_member_id, entry_id, principal_cents, bonus_cents, points, cards, store_id, till_id, staff_id,
                                 business_date, at, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        row.memberId,
        row.mergedMemberId,
        row.entryId,
        row.principalCents,
        row.bonusCents,
        row.points,
        row.cards,
        row.storeId,
        row.tillId,
        row.staffId,
        row.businessDate,
        row.at,
        row.reason,
      ],
    );
  }

  /** The merged record ends; its id, its search keys and whatever led to it lead to the survivor. */
  async end(tx: Tx, survivorId: number, mergedId: number, staffId: number): Promise<void> {
    await tx.query(
      "UPDATE member SET status = 'merged', merged_into_id = $1, updated_at = now(), version = version + 1 WHERE id = $2",
      [survivorId, mergedId],
    );
    await tx.query('UPDATE member_alias SET member_id = $1 WHERE member_id = $2', [
      survivorId,
      mergedId,
    ]);
    await tx.query(
      'INSERT INTO member_alias (alias_member_id, member_id, merged_by) VALUES ($2, $1, $3)',
      [survivorId, mergedId, staffId],
    );
  }

  /**
   * Cards change hands as they are: a lost one stays lost. What an owner allowed a family card was said by one record to
   * another. It ends with either of them: from then on the owner's PIN is asked at every payment. Returns how many cards
   * moved, and the family cards in use with the owners who are to be told.
   */
  async moveCards(
    tx: Tx,
    from: { memberId: number; walletId: number },
    to: { memberId: number; walletId: number },
  ): Promise<{ cards: number; family: MovedFamilyCard[] }> {
    const moved = await tx.query<{ id: number }>(
      'UPDATE card SET member_id = $2 WHERE member_id = $1 RETURNING id',
      [from.memberId, to.memberId],
    );
    // Family members' cards on the wallet that ends go on with the other wallet.
    const rebound = await tx.query<{ id: number }>(
      'UPDATE card SET wallet_id = $2 WHERE wallet_id = $1 RETURNING id',
      [from.walletId, to.walletId],
    );
    const ids = [...moved, ...rebound].map(({ id }) => id);
    await tx.query('UPDATE card SET day_limit_cents = NULL WHERE id = ANY ($1::bigint[])', [ids]);
    const family = await tx.query<MovedFamilyCard>(
      `SELECT c.id AS "cardId", w.member_id AS "ownerId", c.wallet_id = $2 AS "isRebound" FROM card c JOIN wallet w ON w.id = c.wallet_id
        WHERE c.id = ANY ($1::bigint[]) AND w.member_id <> c.member_id AND c.status IN ('active', 'lost') ORDER BY c.id`,
      [ids, to.walletId],
    );
    return { cards: moved.length, family };
  }

  /** What hangs on the record. Of photo and real name the survivor keeps its own. */
  async moveRecord(tx: Tx, survivorId: number, mergedId: number): Promise<void> {
    const ids = [survivorId, mergedId];
    const statements = [
      'INSERT INTO member_tag (member_id, tag_id, added_by, added_at) SELECT $1, tag_id, added_by, added_at FROM member_tag WHERE member_id = $2 ON CONFLICT DO NOTHING',
      'DELETE FROM member_tag WHERE member_id = $2 AND $1::bigint IS NOT NULL',
      'UPDATE member_contact SET member_id = $1 WHERE member_id = $2',
      'UPDATE member_photo SET member_id = $1 WHERE member_id = $2 AND NOT EXISTS (SELECT FROM member_photo WHERE member_id = $1)',
      'DELETE FROM member_photo WHERE member_id = $2 AND $1::bigint IS NOT NULL',
      'UPDATE member_identity SET member_id = $1 WHERE member_id = $2 AND NOT EXISTS (SELECT FROM member_identity WHERE member_id = $1)',
      'DELETE FROM member_identity WHERE member_id = $2 AND $1::bigint IS NOT NULL',
      'UPDATE staff_member SET member_id = $1 WHERE member_id = $2 AND NOT EXISTS (SELECT FROM staff_member WHERE member_id = $1)',
      'DELETE FROM staff_member WHERE member_id = $2 AND $1::bigint IS NOT NULL',
      'UPDATE member SET referrer_id = NULLIF($1, id) WHERE referrer_id = $2',
      `UPDATE member s SET photo_tag = coalesce(s.photo_tag, m.photo_tag), joined_on = least(s.joined_on, m.joined_on),
              earlier_spend_cents = s.earlier_spend_cents + m.earlier_spend_cents
         FROM member m WHERE s.id = $1 AND m.id = $2`,
      'UPDATE member SET photo_tag = NULL, earlier_spend_cents = 0 WHERE id = $2 AND $1::bigint IS NOT NULL',
    ];
    for (const text of statements) await tx.query(text, ids);
  }

  contactCount(sql: Sql, memberId: number): Promise<{ count: number }> {
    return sql.one('SELECT count(*) AS count FROM member_contact WHERE member_id = $1', [memberId]);
  }

  levelRank(sql: Sql, levelId: number): Promise<{ rank: number }> {
    return sql.one('SELECT rank FROM level WHERE id = $1', [levelId]);
  }
}

const idsOf = (rows: readonly { id: number }[]): number[] => rows.map(({ id }) => id);
