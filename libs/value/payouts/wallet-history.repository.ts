import type { Sql } from '#kernel';
import { declaredKinds } from '#ledger';
import { Injectable } from '@nestjs/common';
import type { WalletMove } from './paid-ratio.rules.js';

export interface TopUpLot {
  toppedUpOn: string;
  storeName: string | null;
  tender: string | null;
  grantedCents: number;
  remainingCents: number;
}

/** A wallet with those whose records were merged into its owner's. */
const WALLETS = `(SELECT $1::bigint UNION
  SELECT w.id FROM wallet o JOIN member_alias x ON x.member_id = o.member_id JOIN wallet w ON w.member_id = x.alias_member_id WHERE o.id = $1)`;

/** What happened to a wallet, as the ledger and the sales keep it. Reads only. */
@Injectable()
export class WalletHistoryRepository {
  moves(sql: Sql, walletId: number): Promise<WalletMove[]> {
    const spending = declaredKinds().filter(({ wallet }) => wallet === 'spends');
    return sql.query<WalletMove>(
      `SELECT m.entry_id AS "entryId", e.reverses_entry_id AS reverses, e.kind = ANY ($2::text[]) AS spends, a.kind AS account, m.kind, m.facet = 'held' AS held,
              CASE WHEN m.kind = 'return' THEN m.origin_entry_id END AS undoes, a.owner_id AS "walletId",
              CASE WHEN e.kind = 'merge' THEN (SELECT w.id FROM wallet w WHERE w.member_id = e.member_id) END AS "goesTo", sum(m.amount)::bigint AS amount
         FROM ledger.account a JOIN ledger.lot l ON l.account_id = a.id JOIN ledger.lot_move m ON m.lot_id = l.id
         JOIN ledger.entry e ON e.id = m.entry_id
        WHERE a.owner_id IN ${WALLETS} AND a.kind IN ('principal', 'bonus') AND a.unit = 'CNY'
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 ORDER BY m.entry_id`,
      [walletId, spending.map(({ kind }) => kind)],
    );
  }

  /** List price of what these entries used up, as far as the wallet paid for it: as their kinds declare it. */
  async usedListCents(sql: Sql, entryIds: readonly number[]): Promise<number> {
    const prices = declaredKinds().flatMap((kind) =>
      kind.wallet === 'spends' ? kind.listPrice : [],
    );
    if (!entryIds.length || !prices.length) return 0;
    const used = prices.map((price) => `SELECT entry_id, list_cents FROM (${price}) used`);
    const { cents } = await sql.one<{ cents: number }>(
      `SELECT coalesce(sum(list_cents), 0)::bigint AS cents FROM (${used.join(' UNION ALL ')}) u WHERE entry_id = ANY ($1::bigint[])`,
      [entryIds],
    );
    return cents;
  }

  /** The top-ups that are still in the wallet, the newest first. */
  topUpLots(sql: Sql, walletId: number): Promise<TopUpLot[]> {
    return sql.query<TopUpLot>(
      `SELECT l.origin_on AS "toppedUpOn", s.name AS "storeName", l.tender, l.granted AS "grantedCents", l.remaining AS "remainingCents"
         FROM ledger.account a JOIN ledger.lot l ON l.account_id = a.id AND l.state = 'open' LEFT JOIN store s ON s.id = l.origin_store_id
        WHERE a.kind = 'principal' AND a.owner_id = $1 AND a.unit = 'CNY' AND l.remaining > 0 ORDER BY l.origin_on DESC, l.id DESC`,
      [walletId],
    );
  }

  /** Points the member was given with the top-ups that are still in the wallet. */
  async giftPoints(sql: Sql, walletId: number, memberId: number): Promise<number> {
    const { points } = await sql.one<{ points: number }>(
      `SELECT coalesce(sum(t.points), 0)::bigint AS points FROM top_up t
        WHERE t.wallet_id IN ${WALLETS} AND (t.member_id = $2 OR t.member_id IN (SELECT alias_member_id FROM member_alias WHERE member_id = $2))
          AND NOT EXISTS (SELECT FROM ledger.reversal r WHERE r.reversed_entry_id = t.entry_id)
          AND EXISTS (SELECT FROM ledger.account a JOIN ledger.lot l ON l.account_id = a.id
                       WHERE a.kind = 'principal' AND a.owner_id = $1 AND a.unit = 'CNY' AND l.origin_entry_id = t.entry_id AND l.remaining > 0)`,
      [walletId, memberId],
    );
    return points;
  }
}
