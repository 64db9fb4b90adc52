import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { ConsentAnswer } from './consent.rules.js';
import type { FieldValues } from './member-field.rules.js';
import type { SearchKey } from './member-search.rules.js';

export interface MemberRecord {
  id: number;
  kind: 'person' | 'company';
  name: string | null;
  nickname: string | null;
  phone: string | null;
  gender: string;
  birthdayCalendar: 'solar' | 'lunar' | null;
  birthYear: number | null;
  birthMonth: number | null;
  birthDay: number | null;
  birthLeapMonth: boolean;
  birthdayPreference: 'leap' | 'first' | 'both' | null;
  preferences: string | null;
  custom: FieldValues;
  photoTag: string | null;
  referrerId: number | null;
  registered: boolean;
  levelPinned: boolean;
  levelId: number;
  levelName: string;
  payRateBps: number;
  pointsPerYuanBps: number;
  homeStoreId: number;
  homeStoreName: string;
  homeStoreTimezone: string;
  homeStoreCutoverHour: number;
  status: string;
  note: string | null;
  hasPin: boolean;
  joinedOn: string;
  version: number;
  walletId: number;
  smsService: boolean;
  smsMarketing: boolean;
}

/** The columns a form may change, as they are stored. */
export interface MemberColumns {
  kind: string;
  name: string | null;
  nickname: string | null;
  phone: string | null;
  gender: string;
  birthdayCalendar: string | null;
  birthYear: number | null;
  birthMonth: number | null;
  birthDay: number | null;
  birthLeapMonth: boolean;
  birthdayPreference: string | null;
  note: string | null;
  preferences: string | null;
  custom: FieldValues;
  referrerId: number | null;
}

// A message about an act is on until refused; advertising is off until allowed.
const consent = (channel: string, whenUnasked: boolean) =>
  `coalesce((SELECT c.granted FROM member_consent c WHERE c.member_id = m.id AND c.channel = '${channel}' ORDER BY c.id DESC LIMIT 1), ${whenUnasked})`;

const RECORD = `
  SELECT m.id, m.kind, m.name, m.nickname, m.phone, m.gender, m.birthday_calendar AS "birthdayCalendar", m.birth_year AS "birthYear",
         m.birth_month AS "birthMonth", m.birth_day AS "birthDay", m.birth_leap_month AS "birthLeapMonth",
         m.birthday_preference AS "birthdayPreference", m.preferences, m.custom, m.photo_tag AS "photoTag", m.referrer_id AS "referrerId",
         EXISTS (SELECT FROM member_identity i WHERE i.member_id = m.id) AS registered, m.level_pinned AS "levelPinned", m.level_id AS "levelId", l.name AS "levelName", l.pay_rate_bps AS "payRateBps", l.points_per_yuan_bps AS "pointsPerYuanBps",
         m.home_store_id AS "homeStoreId", s.name AS "homeStoreName", s.timezone AS "homeStoreTimezone", s.cutover_hour AS "homeStoreCutoverHour",
         m.status, m.note, m.pin_hash IS NOT NULL AS "hasPin", m.joined_on AS "joinedOn", m.version, w.id AS "walletId",
         ${consent('sms_service', true)} AS "smsService", ${consent('sms_marketing', false)} AS "smsMarketing"
    FROM member m JOIN level l ON l.id = m.level_id JOIN store s ON s.id = m.home_store_id JOIN wallet w ON w.member_id = m.id
   WHERE m.id = $1 AND m.status = 'active'`;

// What a form may change, in the order of columnValues.
const COLUMN_NAMES = `kind, name, nickname, phone, gender, birthday_calendar, birth_year, birth_month, birth_day, birth_leap_month,
  birthday_preference, note, preferences, custom, referrer_id`;
const COLUMN_PLACES = Array.from({ length: 15 }, (_, index) => `$${index + 1}`).join(', ');

@Injectable()
export class MembersRepository {
  find(sql: Sql, id: number): Promise<MemberRecord | undefined> {
    return sql.maybe<MemberRecord>(RECORD, [id]);
  }

  /** Waits for others who change the same member. */
  async lock(tx: Tx, id: number): Promise<MemberRecord | undefined> {
    const member = await tx.maybe<MemberRecord>(`${RECORD} FOR NO KEY UPDATE OF m`, [id]);
    if (member) tx.locked('member', [member.id]);
    return member;
  }

  /** Several members, in one order for all; those that are there. */
  async lockAll(tx: Tx, ids: readonly number[]): Promise<void> {
    const rows = await tx.query<{ id: number }>(
      'SELECT id FROM member WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE',
      [ids],
    );
    tx.locked(
      'member',
      rows.map(({ id }) => id),
    );
  }

  /** Whose accounts an entry moved. */
  async movedBy(sql: Sql, entryId: number): Promise<number[]> {
    const rows = await sql.query<{ id: number }>(
      `SELECT DISTINCT CASE a.kind WHEN 'points' THEN a.owner_id ELSE w.member_id END AS id
         FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id AND a.kind <> 'stock'
         LEFT JOIN wallet w ON a.kind <> 'points' AND w.id = a.owner_id
        WHERE p.entry_id = $1`,
      [entryId],
    );
    return rows.map(({ id }) => id);
  }

  /** Whom these ids lead to by merges. */
  async survivorsOf(sql: Sql, ids: readonly number[]): Promise<number[]> {
    const rows = await sql.query<{ id: number }>(
      'SELECT DISTINCT member_id AS id FROM member_alias WHERE alias_member_id = ANY ($1::bigint[])',
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Where a merged member's id leads, and whether the member was erased; undefined for nobody. */
  whereabouts(
    sql: Sql,
    id: number,
  ): Promise<{ status: string; intoMemberId: number | null } | undefined> {
    return sql.maybe(
      `SELECT m.status, a.member_id AS "intoMemberId" FROM member m LEFT JOIN member_alias a ON a.alias_member_id = m.id WHERE m.id = $1`,
      [id],
    );
  }

  /** The ids that were merged into a member, and its own. */
  async idsOf(sql: Sql, id: number): Promise<number[]> {
    const rows = await sql.query<{ id: number }>(
      'SELECT alias_member_id AS id FROM member_alias WHERE member_id = $1',
      [id],
    );
    return [id, ...rows.map((row) => row.id)];
  }

  /** A new member with wallet, search keys, tags and what was answered about consent: one statement. */
  insert(
    tx: Tx,
    member: MemberColumns & {
      levelId: number;
      homeStoreId: number;
      joinedOn: string;
      joinedBy: number;
      pinHash: string | null;
    },
    keys: readonly SearchKey[],
    record: { answers: readonly ConsentAnswer[]; source: string; tagIds: readonly number[] },
  ): Promise<{ memberId: number; walletId: number }> {
    return tx.one(
      `WITH m AS (
         INSERT INTO member (${COLUMN_NAMES}, level_id, home_store_id, joined_on, joined_by, pin_hash)
         VALUES (${COLUMN_PLACES}, $16, $17, $18, $19, $20) RETURNING id),
       w AS (INSERT INTO wallet (member_id) SELECT id FROM m RETURNING id),
       k AS (INSERT INTO member_key (key, kind, member_id) SELECT x.key, x.kind, m.id FROM m, unnest($21::text[], $22::text[]) AS x(key, kind)),
       c AS (INSERT INTO member_consent (member_id, channel, granted, source, staff_id)
             SELECT m.id, x.channel, x.granted, $25, $19 FROM m, unnest($23::text[], $24::boolean[]) AS x(channel, granted)),
       t AS (INSERT INTO member_tag (member_id, tag_id, added_by) SELECT m.id, x.id, $19 FROM m, unnest($26::bigint[]) AS x(id))
       SELECT m.id AS "memberId", w.id AS "walletId" FROM m, w`,
      [
        ...columnValues(member),
        member.levelId,
        member.homeStoreId,
        member.joinedOn,
        member.joinedBy,
        member.pinHash,
        keys.map(({ key }) => key),
        keys.map(({ kind }) => kind),
        record.answers.map(({ channel }) => channel),
        record.answers.map(({ granted }) => granted),
        record.source,
        record.tagIds,
      ],
    );
  }

  async update(tx: Tx, id: number, member: MemberColumns, keys: readonly SearchKey[]) {
    const { version } = await tx.one<{ version: number }>(
      `UPDATE member SET (${COLUMN_NAMES}) = ROW (${COLUMN_PLACES}), updated_at = now(), version = version + 1
        WHERE id = $16 RETURNING version`,
      [...columnValues(member), id],
    );
    await this.replaceKeys(tx, id, keys);
    return version;
  }

  /** Keys that stay are not touched: they know when the member was last seen. */
  async replaceKeys(tx: Tx, id: number, keys: readonly SearchKey[]): Promise<void> {
    const columns = [keys.map(({ key }) => key), keys.map(({ kind }) => kind)];
    await tx.query(
      `DELETE FROM member_key k WHERE k.member_id = $1
          AND NOT EXISTS (SELECT FROM unnest($2::text[], $3::text[]) AS x(key, kind) WHERE x.key = k.key AND x.kind = k.kind)`,
      [id, ...columns],
    );
    await tx.query(
      'INSERT INTO member_key (key, kind, member_id) SELECT x.key, x.kind, $1 FROM unnest($2::text[], $3::text[]) AS x(key, kind) ON CONFLICT DO NOTHING',
      [id, ...columns],
    );
  }
}

function columnValues(member: MemberColumns): unknown[] {
  return [
    member.kind,
    member.name,
    member.nickname,
    member.phone,
    member.gender,
    member.birthdayCalendar,
    member.birthYear,
    member.birthMonth,
    member.birthDay,
    member.birthLeapMonth,
    member.birthdayPreference,
    member.note,
    member.preferences,
    JSON.stringify(member.custom),
    member.referrerId,
  ];
}
