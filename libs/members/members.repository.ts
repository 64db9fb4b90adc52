import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import { searchRange, type MemberQuestion, type SearchKey } from './member-search.rules.js';

export interface MemberRecord {
  id: number;
  name: string | null;
  nickname: string | null;
  phone: string | null;
  gender: string;
  birthdayCalendar: 'solar' | 'lunar' | null;
  birthYear: number | null;
  birthMonth: number | null;
  birthDay: number | null;
  birthLeapMonth: boolean;
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
  name: string | null;
  nickname: string | null;
  phone: string | null;
  gender: string;
  birthdayCalendar: string | null;
  birthYear: number | null;
  birthMonth: number | null;
  birthDay: number | null;
  birthLeapMonth: boolean;
  note: string | null;
}

export interface MemberSummary {
  id: number;
  name: string | null;
  nickname: string | null;
  phone: string | null;
  levelId: number;
  levelName: string;
  payRateBps: number;
  homeStoreName: string;
  joinedOn: string;
  walletId: number;
}

export type ConsentChannel = 'sms_service' | 'sms_marketing';

// A message about an act is on until refused; advertising is off until allowed.
const consent = (channel: ConsentChannel, whenUnasked: boolean) =>
  `coalesce((SELECT c.granted FROM member_consent c WHERE c.member_id = m.id AND c.channel = '${channel}' ORDER BY c.id DESC LIMIT 1), ${whenUnasked})`;

const RECORD = `
  SELECT m.id, m.name, m.nickname, m.phone, m.gender, m.birthday_calendar AS "birthdayCalendar", m.birth_year AS "birthYear",
         m.birth_month AS "birthMonth", m.birth_day AS "birthDay", m.birth_leap_month AS "birthLeapMonth",
         m.level_id AS "levelId", l.name AS "levelName", l.pay_rate_bps AS "payRateBps", l.points_per_yuan_bps AS "pointsPerYuanBps",
         m.home_store_id AS "homeStoreId", s.name AS "homeStoreName", s.timezone AS "homeStoreTimezone", s.cutover_hour AS "homeStoreCutoverHour",
         m.status, m.note, m.pin_hash IS NOT NULL AS "hasPin", m.joined_on AS "joinedOn", m.version, w.id AS "walletId",
         ${consent('sms_service', true)} AS "smsService", ${consent('sms_marketing', false)} AS "smsMarketing"
    FROM member m JOIN level l ON l.id = m.level_id JOIN store s ON s.id = m.home_store_id JOIN wallet w ON w.member_id = m.id
   WHERE m.id = $1 AND m.status = 'active'`;

const SUMMARY = `
  SELECT m.id, m.name, m.nickname, m.phone, m.level_id AS "levelId", l.name AS "levelName", l.pay_rate_bps AS "payRateBps",
         s.name AS "homeStoreName", m.joined_on AS "joinedOn", w.id AS "walletId"
    FROM member m JOIN level l ON l.id = m.level_id JOIN store s ON s.id = m.home_store_id JOIN wallet w ON w.member_id = m.id`;

// How many key rows are looked at for one list of candidates: one member has several keys with the same beginning.
const KEYS_LOOKED_AT = 200;

@Injectable()
export class MembersRepository {
  find(sql: Sql, id: number): Promise<MemberRecord | undefined> {
    return sql.maybe<MemberRecord>(RECORD, [id]);
  }

  /** Waits for others who change the same member. */
  lock(tx: Tx, id: number): Promise<MemberRecord | undefined> {
    return tx.maybe<MemberRecord>(`${RECORD} FOR NO KEY UPDATE OF m`, [id]);
  }

  /** A new member with wallet, search keys and, if asked, the answer about advertising: one statement. */
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
    smsMarketing: boolean | undefined,
  ): Promise<{ memberId: number; walletId: number }> {
    return tx.one(
      `WITH m AS (
         INSERT INTO member (name, nickname, phone, gender, birthday_calendar, birth_year, birth_month, birth_day, birth_leap_month, note,
                             level_id, home_store_id, joined_on, joined_by, pin_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id),
       w AS (INSERT INTO wallet (member_id) SELECT id FROM m RETURNING id),
       k AS (INSERT INTO member_key (key, kind, member_id) SELECT x.key, x.kind, m.id FROM m, unnest($16::text[], $17::text[]) AS x(key, kind)),
       c AS (INSERT INTO member_consent (member_id, channel, granted, source)
             SELECT m.id, 'sms_marketing', $18::boolean, 'desk' FROM m WHERE $18::boolean IS NOT NULL)
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
        smsMarketing ?? null,
      ],
    );
  }

  async update(tx: Tx, id: number, member: MemberColumns, keys: readonly SearchKey[]) {
    const { version } = await tx.one<{ version: number }>(
      `UPDATE member SET name = $1, nickname = $2, phone = $3, gender = $4, birthday_calendar = $5, birth_year = $6, birth_month = $7,
              birth_day = $8, birth_leap_month = $9, note = $10, updated_at = now(), version = version + 1
        WHERE id = $11 RETURNING version`,
      [...columnValues(member), id],
    );
    await tx.query('DELETE FROM member_key WHERE member_id = $1', [id]);
    await tx.query(
      'INSERT INTO member_key (key, kind, member_id) SELECT x.key, x.kind, $1 FROM unnest($2::text[], $3::text[]) AS x(key, kind)',
      [id, keys.map(({ key }) => key), keys.map(({ kind }) => kind)],
    );
    return version;
  }

  async recordConsent(
    tx: Tx,
    memberId: number,
    channel: ConsentChannel,
    granted: boolean,
  ): Promise<void> {
    await tx.query(
      "INSERT INTO member_consent (member_id, channel, granted, source) VALUES ($1, $2, $3, 'desk')",
      [memberId, channel, granted],
    );
  }

  summaryByPhone(sql: Sql, phone: string): Promise<MemberSummary | undefined> {
    return sql.maybe<MemberSummary>(`${SUMMARY} WHERE m.phone = $1 AND m.status = 'active'`, [
      phone,
    ]);
  }

  summaries(sql: Sql, ids: readonly number[]): Promise<MemberSummary[]> {
    return sql.query<MemberSummary>(
      `${SUMMARY} WHERE m.id = ANY ($1::bigint[]) AND m.status = 'active'`,
      [ids],
    );
  }

  /** Members one of whose keys begins so, the shortest keys first: an exact hit stands before a longer one. */
  async search(
    sql: Sql,
    question: Extract<MemberQuestion, { by: 'last4' | 'name' }>,
    limit: number,
  ): Promise<MemberSummary[]> {
    const rows =
      question.by === 'last4'
        ? await sql.query<{ member_id: number }>(
            "SELECT member_id FROM member_key WHERE key = $1 AND kind = 'last4' ORDER BY member_id DESC LIMIT $2",
            [question.digits, limit],
          )
        : await sql.query<{ member_id: number }>(
            `SELECT member_id FROM member_key WHERE key >= $1 AND key < $2 AND kind IN ('name', 'pinyin', 'initials')
              ORDER BY key, kind, member_id LIMIT $3`,
            [question.text, searchRange(question.text).to, KEYS_LOOKED_AT],
          );
    const ids = [...new Set(rows.map((row) => row.member_id))].slice(0, limit);
    const found = new Map((await this.summaries(sql, ids)).map((member) => [member.id, member]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** A page of active members, the newest first; `memberId` narrows to one. */
  async page(
    sql: Sql,
    filter: {
      question: MemberQuestion;
      cardMemberId: number | null;
      levelId?: number;
      homeStoreId?: number;
      limit: number;
      offset: number;
    },
  ): Promise<{ rows: MemberSummary[]; total: number }> {
    const params: unknown[] = [filter.levelId ?? null, filter.homeStoreId ?? null];
    let where = `WHERE m.status = 'active' AND ($1::bigint IS NULL OR m.level_id = $1) AND ($2::bigint IS NULL OR m.home_store_id = $2)`;
    const { question } = filter;
    if (question.by === 'number') {
      params.push(question.phone, filter.cardMemberId);
      where += ' AND (m.phone = $3 OR m.id = $4::bigint)';
    } else if (question.by === 'last4') {
      params.push(question.digits, filter.cardMemberId);
      where +=
        " AND (m.id = $4::bigint OR m.id IN (SELECT member_id FROM member_key WHERE key = $3 AND kind = 'last4'))";
    } else if (question.by === 'name') {
      params.push(question.text, searchRange(question.text).to, filter.cardMemberId);
      where += ` AND (m.id = $5::bigint OR m.id IN (SELECT member_id FROM member_key WHERE key >= $3 AND key < $4 AND kind IN ('name', 'pinyin', 'initials')))`;
    }
    const { total } = await sql.one<{ total: number }>(
      `SELECT count(*) AS total FROM member m ${where}`,
      params,
    );
    const rows = await sql.query<MemberSummary>(
      `${SUMMARY} ${where} ORDER BY m.id DESC LIMIT $${params.length + 1} OFFSET $${params.length + 2}`,
      [...params, filter.limit, filter.offset],
    );
    return { rows, total };
  }
}

function columnValues(member: MemberColumns): unknown[] {
  return [
    member.name,
    member.nickname,
    member.phone,
    member.gender,
    member.birthdayCalendar,
    member.birthYear,
    member.birthMonth,
    member.birthDay,
    member.birthLeapMonth,
    member.note,
  ];
}
