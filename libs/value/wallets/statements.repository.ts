import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { StatementDrawView, StatementLotView, StatementRowView } from './statement.dto.js';
import type { StatementLine } from './statement.rules.js';

/** One wallet, some days, and the books as they stood with a certain entry. */
export interface StatementScope {
  walletId: number;
  from: string;
  to: string;
  lastEntryId: number;
}

export interface StoredStatement extends StatementScope {
  code: string;
  memberId: number;
  memberName: string;
  phone: string | null;
  closingCents: number;
  lines: number;
  hash: string;
  madeAt: Date;
  madeByName: string;
  storeName: string | null;
}

@Injectable()
export class StatementsRepository {
  async lastEntry(sql: Sql): Promise<number> {
    const { id } = await sql.one<{ id: number }>(
      'SELECT coalesce(max(id), 0)::bigint AS id FROM ledger.entry',
    );
    return id;
  }

  /** What stood in the wallet before the first day, debt counted against it. */
  opening(sql: Sql, scope: StatementScope): Promise<{ principal: number; bonus: number }> {
    return sql.one(
      `SELECT coalesce(-sum(p.amount) FILTER (WHERE a.kind = 'principal'), 0)::bigint AS principal,
              coalesce(-sum(p.amount) FILTER (WHERE a.kind = 'bonus'), 0)::bigint AS bonus
         FROM ledger.account a JOIN ledger.posting p ON p.account_id = a.id JOIN ledger.entry e ON e.id = p.entry_id
        WHERE a.owner_id = $1 AND a.kind IN ('principal', 'bonus') AND e.business_date < $2::date AND e.id <= $3`,
      [scope.walletId, scope.from, scope.lastEntryId],
    );
  }

  /** Entries that changed the wallet, in the order of their days. */
  lines(sql: Sql, scope: StatementScope): Promise<Omit<StatementLine, 'balanceCents'>[]> {
    return sql.query(
      `SELECT e.id AS "entryId", e.business_date AS "businessDate", e.kind, e.document_no AS "documentNo", s.name AS "storeName",
              coalesce(-sum(p.amount) FILTER (WHERE a.kind = 'principal'), 0)::bigint AS "principalCents",
              coalesce(-sum(p.amount) FILTER (WHERE a.kind = 'bonus'), 0)::bigint AS "bonusCents"
         FROM ledger.account a JOIN ledger.posting p ON p.account_id = a.id JOIN ledger.entry e ON e.id = p.entry_id
         JOIN store s ON s.id = e.store_id
        WHERE a.owner_id = $1 AND a.kind IN ('principal', 'bonus') AND e.business_date BETWEEN $2::date AND $3::date AND e.id <= $4
        GROUP BY e.id, s.name
       HAVING sum(p.amount) FILTER (WHERE a.kind = 'principal') <> 0 OR sum(p.amount) FILTER (WHERE a.kind = 'bonus') <> 0
        ORDER BY e.business_date, e.id`,
      [scope.walletId, scope.from, scope.to, scope.lastEntryId],
    );
  }

  /** From which lots each entry took. */
  draws(sql: Sql, scope: StatementScope): Promise<(StatementDrawView & { entryId: number })[]> {
    return sql.query(
      `SELECT m.entry_id AS "entryId", a.kind, l.origin_on AS "originOn", s.name AS "originStoreName", -m.amount AS "amountCents"
         FROM ledger.account a JOIN ledger.lot l ON l.account_id = a.id JOIN ledger.lot_move m ON m.lot_id = l.id
         JOIN ledger.entry e ON e.id = m.entry_id JOIN store s ON s.id = l.origin_store_id
        WHERE a.owner_id = $1 AND a.kind IN ('principal', 'bonus') AND m.amount < 0 AND m.kind <> 'repay'
          AND e.business_date BETWEEN $2::date AND $3::date AND e.id <= $4
        ORDER BY m.entry_id, m.seq`,
      [scope.walletId, scope.from, scope.to, scope.lastEntryId],
    );
  }

  /** What was left of each lot at the end of the last day. */
  lots(sql: Sql, scope: StatementScope): Promise<StatementLotView[]> {
    return sql.query(
      `SELECT a.kind, l.origin_on AS "originOn", s.name AS "originStoreName", l.tender, l.releases_on AS "releasesOn", l.expires_on AS "expiresOn",
              l.granted AS "grantedCents", sum(m.amount)::bigint AS "remainingCents"
         FROM ledger.account a JOIN ledger.lot l ON l.account_id = a.id JOIN ledger.lot_move m ON m.lot_id = l.id
         JOIN ledger.entry e ON e.id = m.entry_id JOIN store s ON s.id = l.origin_store_id
        WHERE a.owner_id = $1 AND a.kind IN ('principal', 'bonus') AND e.business_date <= $2::date AND e.id <= $3
        GROUP BY a.kind, l.id, s.name HAVING sum(m.amount) <> 0
        ORDER BY a.kind DESC, l.origin_on, l.id`,
      [scope.walletId, scope.to, scope.lastEntryId],
    );
  }

  async insert(
    tx: Tx,
    row: StatementScope & {
      code: string;
      memberId: number;
      closingCents: number;
      lines: number;
      hash: string;
      madeBy: number;
      storeId: number | null;
      madeAt: Date;
    },
  ): Promise<number> {
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO wallet_statement (code, member_id, wallet_id, from_on, to_on, last_entry_id, closing_cents, lines, hash, made_by, store_id, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
      [
        row.code,
        row.memberId,
        row.walletId,
        row.from,
        row.to,
        row.lastEntryId,
        row.closingCents,
        row.lines,
        row.hash,
        row.madeBy,
        row.storeId,
        row.madeAt,
      ],
    );
    return id;
  }

  find(sql: Sql, code: string): Promise<StoredStatement | undefined> {
    return sql.maybe<StoredStatement>(
      `SELECT w.code, w.member_id AS "memberId", coalesce(m.name, m.nickname) AS "memberName", m.phone, w.wallet_id AS "walletId",
              w.from_on AS from, w.to_on AS to, w.last_entry_id AS "lastEntryId", w.closing_cents AS "closingCents", w.lines, w.hash,
              w.made_at AS "madeAt", p.name AS "madeByName", s.name AS "storeName"
         FROM wallet_statement w JOIN member m ON m.id = w.member_id JOIN staff p ON p.id = w.made_by LEFT JOIN store s ON s.id = w.store_id
        WHERE w.code = $1`,
      [code],
    );
  }

  ofWallet(sql: Sql, walletId: number): Promise<StatementRowView[]> {
    return sql.query<StatementRowView>(
      `SELECT w.code, w.from_on AS from, w.to_on AS to, w.closing_cents AS "closingCents", w.lines, p.name AS "madeByName", w.made_at AS "madeAt"
         FROM wallet_statement w JOIN staff p ON p.id = w.made_by WHERE w.wallet_id = $1 ORDER BY w.id DESC LIMIT 50`,
      [walletId],
    );
  }
}
