import type { Sql } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { WalletMove } from './paid-ratio.rules.js';

export interface TopUpLot {
  toppedUpOn: string;
  storeName: string | null;
  tender: string | null;
  grantedCents: number;
  remainingCents: number;
}

/** What happened to a wallet, as the ledger and the sales keep it. Reads only. */
@Injectable()
export class WalletHistoryRepository {
  moves(sql: Sql, walletId: number): Promise<WalletMove[]> {
    return sql.query<WalletMove>(
      `SELECT m.entry_id AS "entryId", e.kind AS "entryKind", a.kind AS account, m.kind, m.facet = 'held' AS held,
              CASE WHEN m.kind = 'return' THEN m.origin_entry_id END AS undoes, sum(m.amount)::bigint AS amount
         FROM ledger.account a JOIN ledger.lot l ON l.account_id = a.id JOIN ledger.lot_move m ON m.lot_id = l.id
         JOIN ledger.entry e ON e.id = m.entry_id
        WHERE a.owner_id = $1 AND a.kind IN ('principal', 'bonus') AND a.unit = 'CNY'
        GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY m.entry_id`,
      [walletId],
    );
  }

  /** List price of what these entries sold, as far as the wallet paid for it. */
  async usedListCents(sql: Sql, entryIds: readonly number[]): Promise<number> {
    if (!entryIds.length) return 0;
    const { cents } = await sql.one<{ cents: number }>(
      `SELECT coalesce(sum(round(s.list_cents::numeric * (s.principal_cents + s.bonus_cents) / s.due_cents)), 0)::bigint AS cents
         FROM sale s WHERE s.entry_id = ANY ($1::bigint[]) AND s.voided_at IS NULL AND s.due_cents > 0`,
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
        WHERE t.wallet_id = $1 AND t.member_id = $2 AND NOT EXISTS (SELECT FROM ledger.reversal r WHERE r.reversed_entry_id = t.entry_id)
          AND EXISTS (SELECT FROM ledger.account a JOIN ledger.lot l ON l.account_id = a.id
                       WHERE a.kind = 'principal' AND a.owner_id = $1 AND a.unit = 'CNY' AND l.origin_entry_id = t.entry_id AND l.remaining > 0)`,
      [walletId, memberId],
    );
    return points;
  }
}
