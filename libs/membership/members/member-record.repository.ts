import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import { CONSENT_CHANNELS, type ConsentAnswer, type ConsentChannel } from './consent.rules.js';
import type { ConsentRow, ConsentView, ReferrerView, TagView } from './member-record.dto.js';

export interface LikelyMember {
  id: number;
  name: string | null;
  nickname: string | null;
  phone: string | null;
  birthMonth: number | null;
  birthDay: number | null;
  levelName: string;
  homeStoreName: string;
  photoTag: string | null;
}

/** What hangs on a member's record: tags, consents, the referrer, records that look alike. */
@Injectable()
export class MemberRecordRepository {
  /** Who of the staff this member is. */
  async staffName(sql: Sql, memberId: number): Promise<string | null> {
    const found = await sql.maybe<{ name: string }>(
      'SELECT f.name FROM staff_member s JOIN staff f ON f.id = s.staff_id WHERE s.member_id = $1',
      [memberId],
    );
    return found?.name ?? null;
  }

  tagsOf(sql: Sql, memberId: number): Promise<TagView[]> {
    return sql.query(
      'SELECT t.id, t.name, t.color FROM member_tag x JOIN tag t ON t.id = x.tag_id WHERE x.member_id = $1 ORDER BY t.name',
      [memberId],
    );
  }

  async knownTags(sql: Sql, ids: readonly number[]): Promise<TagView[]> {
    return sql.query(
      'SELECT id, name, color FROM tag WHERE id = ANY ($1::bigint[]) ORDER BY name',
      [ids],
    );
  }

  async replaceTags(
    tx: Tx,
    memberId: number,
    tagIds: readonly number[],
    staffId: number,
  ): Promise<void> {
    await tx.query('DELETE FROM member_tag WHERE member_id = $1 AND tag_id <> ALL ($2::bigint[])', [
      memberId,
      tagIds,
    ]);
    await tx.query(
      'INSERT INTO member_tag (member_id, tag_id, added_by) SELECT $1, x.id, $3 FROM unnest($2::bigint[]) AS x(id) ON CONFLICT DO NOTHING',
      [memberId, tagIds, staffId],
    );
  }

  /** The newest answer of each channel that was ever given. */
  async answers(sql: Sql, memberId: number): Promise<Map<ConsentChannel, boolean>> {
    const rows = await sql.query<ConsentAnswer>(
      'SELECT DISTINCT ON (channel) channel, granted FROM member_consent WHERE member_id = $1 ORDER BY channel, id DESC',
      [memberId],
    );
    return new Map(rows.map(({ channel, granted }) => [channel, granted]));
  }

  /** How it stands with every channel; `at` is null where nobody was asked. */
  async consents(sql: Sql, memberId: number): Promise<ConsentView[]> {
    const rows = await sql.query<Pick<ConsentRow, 'channel' | 'granted' | 'source' | 'at'>>(
      'SELECT DISTINCT ON (channel) channel, granted, source, at FROM member_consent WHERE member_id = $1 ORDER BY channel, id DESC',
      [memberId],
    );
    const given = new Map(rows.map((row) => [row.channel, row]));
    return CONSENT_CHANNELS.map((channel) => {
      const answer = given.get(channel);
      return {
        channel,
        granted: answer?.granted ?? channel === 'sms_service',
        source: answer?.source ?? null,
        at: answer?.at ?? null,
      };
    });
  }

  /** Every answer, the newest first. */
  consentHistory(sql: Sql, memberIds: readonly number[]): Promise<ConsentRow[]> {
    return sql.query(
      `SELECT c.id, c.channel, c.granted, c.source, c.at, f.name AS "staffName"
         FROM member_consent c LEFT JOIN staff f ON f.id = c.staff_id WHERE c.member_id = ANY ($1::bigint[]) ORDER BY c.id DESC LIMIT 200`,
      [memberIds],
    );
  }

  async recordConsents(
    tx: Tx,
    memberId: number,
    answers: readonly ConsentAnswer[],
    by: { source: string; staffId: number | null },
  ): Promise<void> {
    if (answers.length === 0) return;
    await tx.query(
      `INSERT INTO member_consent (member_id, channel, granted, source, staff_id)
       SELECT $1, x.channel, x.granted, $4, $5 FROM unnest($2::text[], $3::boolean[]) AS x(channel, granted)`,
      [
        memberId,
        answers.map(({ channel }) => channel),
        answers.map(({ granted }) => granted),
        by.source,
        by.staffId,
      ],
    );
  }

  referrer(sql: Sql, referrerId: number): Promise<ReferrerView | undefined> {
    return sql.maybe(
      `SELECT r.id, coalesce(r.name, r.nickname) AS name FROM member m
         JOIN member r ON r.id = coalesce((SELECT a.member_id FROM member_alias a WHERE a.alias_member_id = m.id), m.id) WHERE m.id = $1`,
      [referrerId],
    );
  }

  referredCount(sql: Sql, memberIds: readonly number[]): Promise<{ count: number }> {
    return sql.one(
      "SELECT count(*) AS count FROM member WHERE referrer_id = ANY ($1::bigint[]) AND status = 'active'",
      [memberIds],
    );
  }

  /** Live members with this phone, or born on this day: few enough to compare their names. */
  likely(
    sql: Sql,
    by: {
      phone: string | null;
      birthMonth: number | null;
      birthDay: number | null;
      keys: string[];
    },
    except: number | null,
    limit: number,
  ): Promise<LikelyMember[]> {
    return sql.query(
      `SELECT m.id, m.name, m.nickname, m.phone, m.birth_month AS "birthMonth", m.birth_day AS "birthDay", l.name AS "levelName",
              s.name AS "homeStoreName", m.photo_tag AS "photoTag"
         FROM member m JOIN level l ON l.id = m.level_id JOIN store s ON s.id = m.home_store_id
        WHERE m.status = 'active' AND m.id IS DISTINCT FROM $5::bigint
          AND m.id IN (SELECT p.id FROM member p WHERE p.phone = $1 AND p.status = 'active'
                       UNION
                       SELECT k.member_id FROM member_key k JOIN member b ON b.id = k.member_id
                        WHERE k.key = ANY ($4::text[]) AND k.kind IN ('pinyin', 'name') 
                         AND b.birthday_calendar IN ('solar', 'lunar') AND b.birth_month = $2::int AND b.birth_day = $3::int)
        ORDER BY m.phone IS DISTINCT FROM $1, m.id LIMIT $6`,
      [by.phone, by.birthMonth, by.birthDay, by.keys, except, limit],
    );
  }
}
