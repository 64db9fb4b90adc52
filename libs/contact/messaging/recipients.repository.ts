import { Injectable } from '@nestjs/common';
import type { Sql } from '#kernel';
import type { MemberFigures } from './template.rules.js';

/** A member as a message goes to it: its answers about messages, and what texts say of it. */
export interface RecipientRecord extends MemberFigures {
  memberId: number;
  status: string;
  phone: string | null;
  storeId: number;
  timezone: string;
  /** What the member last said about advertising; null: never asked. */
  smsMarketing: boolean | null;
}

interface Row extends Omit<RecipientRecord, 'birthday'> {
  calendar: 'solar' | 'lunar' | null;
  month: number;
  day: number;
  leapMonth: boolean;
}

const RECIPIENT = `
  SELECT m.id AS "memberId", m.status, m.phone, m.home_store_id AS "storeId", s.timezone, coalesce(m.name, m.nickname) AS name,
         l.name AS "levelName", s.name AS "storeName", coalesce(p.balance, 0) AS "principalCents", coalesce(b.balance, 0) AS "bonusCents",
         coalesce(x.balance, 0) AS points, m.birthday_calendar AS calendar, m.birth_month AS month, m.birth_day AS day, m.birth_leap_month AS "leapMonth",
         (SELECT c.granted FROM member_consent c WHERE c.member_id = m.id AND c.channel = 'sms_marketing' ORDER BY c.id DESC LIMIT 1) AS "smsMarketing"
    FROM member m JOIN level l ON l.id = m.level_id JOIN store s ON s.id = m.home_store_id
    LEFT JOIN wallet w ON w.member_id = m.id
    LEFT JOIN ledger.account p ON p.kind = 'principal' AND p.owner_id = w.id AND p.unit = 'CNY'
    LEFT JOIN ledger.account b ON b.kind = 'bonus' AND b.owner_id = w.id AND b.unit = 'CNY'
    LEFT JOIN ledger.account x ON x.kind = 'points' AND x.owner_id = m.id AND x.unit = 'PTS'`;

@Injectable()
export class RecipientsRepository {
  /** Members as they are now, merged and erased ones included. */
  async of(sql: Sql, memberIds: readonly number[]): Promise<Map<number, RecipientRecord>> {
    const rows = await sql.query<Row>(`${RECIPIENT} WHERE m.id = ANY ($1::bigint[])`, [memberIds]);
    return new Map(rows.map((row) => [row.memberId, toRecord(row)]));
  }

  /** The newest live member of these stores, for a preview. */
  async newest(sql: Sql, storeIds: readonly number[]): Promise<RecipientRecord | undefined> {
    const row = await sql.maybe<Row>(
      `${RECIPIENT} WHERE m.id = (SELECT n.id FROM member n WHERE n.home_store_id = ANY ($1) AND n.status = 'active' ORDER BY n.id DESC LIMIT 1)`,
      [storeIds],
    );
    return row && toRecord(row);
  }
}

function toRecord({ calendar, month, day, leapMonth, ...row }: Row): RecipientRecord {
  return { ...row, birthday: calendar ? { calendar, month, day, leapMonth } : null };
}
