import type { Sql, Tx } from '#kernel';
import { type AccountRef, bonusOf, pointsOf, principalOf } from '#ledger';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ErasingRepository {
  /** The accounts with value or without; missing ones are made when they are locked. */
  async accountsOf(sql: Sql, walletId: number, memberId: number): Promise<AccountRef[]> {
    const visits = await sql.query<AccountRef>(
      `SELECT kind, unit, owner_id AS "ownerId" FROM ledger.account WHERE kind = 'visits' AND owner_id = $1`,
      [walletId],
    );
    return [principalOf(walletId), bonusOf(walletId), pointsOf(memberId), ...visits];
  }

  /** Cards that can still be used, of the member and of family on the same wallet. */
  cardsInUse(sql: Sql, memberId: number, walletId: number): Promise<{ cards: number }> {
    return sql.one(
      "SELECT count(*) AS cards FROM card WHERE (member_id = $1 OR wallet_id = $2) AND status IN ('active', 'lost')",
      [memberId, walletId],
    );
  }

  /** Nothing personal is left in the record. A number stands for the name: receipts of old say whose they were to the books only. */
  async blank(tx: Tx, ids: readonly number[]): Promise<void> {
    await tx.query(
      `UPDATE member SET status = 'erased', erased_at = now(), merged_into_id = NULL, kind = 'person', name = NULL, nickname = '#' || id,
              phone = NULL, gender = 'unknown', birthday_calendar = NULL, birth_year = NULL, birth_month = NULL, birth_day = NULL,
              birth_leap_month = false, birthday_preference = NULL, note = NULL, preferences = NULL, custom = '{}', photo_tag = NULL,
              referrer_id = NULL, pin_hash = NULL, updated_at = now(), version = version + 1
        WHERE id = ANY ($1::bigint[])`,
      [ids],
    );
    for (const table of [
      'member_key',
      'member_photo',
      'member_contact',
      'member_identity',
      'member_tag',
      'till_open_sale',
    ]) {
      await tx.query(`DELETE FROM ${table} WHERE member_id = ANY ($1::bigint[])`, [ids]);
    }
  }

  /** What was asked of a second person stays; what was said about the member does not, nor their name beside another's. */
  async blankApprovals(tx: Tx, ids: readonly number[]): Promise<void> {
    await tx.query(
      "UPDATE approval_request SET facts = '{}', note = NULL, decision_note = NULL WHERE subject_kind = 'member' AND subject_id = ANY ($1::bigint[])",
      [ids],
    );
    await tx.query(
      "UPDATE approval_request SET facts = facts - 'toMemberName', note = NULL, decision_note = NULL WHERE facts ->> 'toMemberId' = ANY ($1::text[])",
      [ids],
    );
  }

  /** Whoever was looked for in a file of a list, by whole phone or name; before the record is blank. */
  async blankSearches(tx: Tx, ids: readonly number[]): Promise<void> {
    await tx.query(
      `UPDATE export_job e SET filters = e.filters #- '{filters,q}'
         FROM (SELECT e.id FROM export_job e JOIN member m ON m.id = ANY ($1::bigint[])
                WHERE e.filters #>> '{filters,q}' IN (m.name, m.nickname)
                   OR right(regexp_replace(e.filters #>> '{filters,q}', '\\D', '', 'g'), 11) = right(regexp_replace(m.phone, '\\D', '', 'g'), 11)) found
        WHERE found.id = e.id`,
      [ids],
    );
    await tx.query(
      "DELETE FROM number_collision WHERE kind = 'phone' AND (kept_by = ANY ($1::bigint[]) OR other_id = ANY ($1::bigint[]))",
      [ids],
    );
  }

  async scrubRecords(tx: Tx, ids: readonly number[]): Promise<void> {
    await tx.query('SELECT scrub_member_records(x.id) FROM unnest($1::bigint[]) AS x(id)', [ids]);
  }
}
