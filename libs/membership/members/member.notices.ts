import { defineNotice, NOT_YOU, type Told } from '#chain/notices';
import type { Sql } from '#kernel';

interface RecordAct extends Told {
  storeName: string;
}

/** Something about a record at a store: its own phone, also of one that was merged away. */
export const recordAt = (
  sql: Sql,
  { memberId, storeId }: { memberId: number; storeId: number },
): Promise<RecordAct | undefined> =>
  sql.maybe(
    `SELECT m.id AS "memberId", s.id AS "storeId", s.name AS "storeName", m.status = 'erased' AS voided
       FROM member m, store s WHERE m.id = $1 AND s.id = $2`,
    [memberId, storeId],
  );

/** Something about a member's PIN, at a store or at the member's own. */
const pinAt = (
  sql: Sql,
  { memberId, storeId = null }: { memberId: number; storeId?: number | null },
): Promise<(RecordAct & { timezone: string }) | undefined> =>
  sql.maybe(
    `SELECT m.id AS "memberId", s.id AS "storeId", s.name AS "storeName", s.timezone, m.status <> 'active' AS voided
       FROM member m JOIN store s ON s.id = coalesce($2::bigint, m.home_store_id) WHERE m.id = $1`,
    [memberId, storeId],
  );

/** 'HH:MM' by the clock of a store. */
const clockOf = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );

export const MEMBER_NOTICES = [
  defineNotice({
    kind: 'phone_changed',
    topic: 'member.phone_changed',
    setting: 'sms.on_phone_change',
    security: true,
    find: recordAt,
    // Goes to the number that was on the record before.
    phone: ({ phone }: { memberId: number; storeId: number; phone: string }) => phone,
    text: ({ storeName }) =>
      `您的会员手机号已在${storeName}更改，今后的通知不再发到本号码。${NOT_YOU}`,
  }),
  defineNotice({
    kind: 'identity_replaced',
    topic: 'member.identity_replaced',
    setting: 'sms.on_identity',
    security: true,
    find: recordAt,
    text: ({ storeName }) => `您的实名登记证件已在${storeName}更换。${NOT_YOU}`,
  }),
  defineNotice({
    kind: 'pin_set',
    topic: 'member.pin_set',
    setting: 'sms.on_pin',
    security: false,
    find: pinAt,
    text: ({ storeName }) => `您的支付密码已在${storeName}设置。${NOT_YOU}`,
  }),
  defineNotice({
    kind: 'pin_reset',
    topic: 'member.pin_reset',
    setting: 'sms.on_pin',
    security: true,
    find: pinAt,
    text: ({ storeName }) => `您的支付密码已在${storeName}重置。${NOT_YOU}`,
  }),
  defineNotice({
    kind: 'pin_locked',
    topic: 'member.pin_locked',
    setting: 'sms.on_pin',
    security: true,
    async find(sql, { memberId, until }: { memberId: number; until: string }) {
      const act = await pinAt(sql, { memberId });
      return act && { ...act, until: clockOf(until, act.timezone) };
    },
    text: ({ until }) => `您的支付密码多次输错，已锁定到${until}。${NOT_YOU}`,
  }),
];
