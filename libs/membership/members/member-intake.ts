import type { Sql, Tx } from '#kernel';
import type { TagColor } from './member.rules.js';
import { memberKeys } from './member-search.rules.js';
import type { MemberColumns } from './members.repository.js';

/** A member as another system knew it; what is left out there is left out here. */
export interface TakenMember extends Pick<
  MemberColumns,
  | 'name'
  | 'nickname'
  | 'phone'
  | 'gender'
  | 'birthdayCalendar'
  | 'birthYear'
  | 'birthMonth'
  | 'birthDay'
  | 'birthLeapMonth'
  | 'note'
> {
  levelId: number;
  homeStoreId: number;
  joinedOn: string;
  earlierSpendCents: number;
  tags: readonly string[];
}

const TAG_COLOR: TagColor = 'gray';

/**
 * Many new members at once, each with wallet, search keys and tags. A phone that a live member has fails the whole
 * statement (member_phone_key). Returns their ids in the order given.
 */
export async function takeMembers(
  tx: Tx,
  members: readonly TakenMember[],
  takenBy: number,
): Promise<{ memberId: number; walletId: number }[]> {
  const ids = await tx.query<{ memberId: number; walletId: number }>(
    `SELECT nextval(s.member) AS "memberId", nextval(s.wallet) AS "walletId"
       FROM (SELECT pg_get_serial_sequence('member', 'id')::regclass AS member, pg_get_serial_sequence('wallet', 'id')::regclass AS wallet OFFSET 0) s,
            generate_series(1, $1::int)`,
    [members.length],
  );
  const rows = members.map(({ tags: _tags, ...member }, index) => ({ ...member, ...ids[index] }));
  await tx.query(
    `WITH m AS (
       INSERT INTO member (id, name, nickname, phone, gender, birthday_calendar, birth_year, birth_month, birth_day, birth_leap_month,
                           note, level_id, home_store_id, joined_on, joined_by, earlier_spend_cents)
       SELECT x."memberId", x.name, x.nickname, x.phone, x.gender, x."birthdayCalendar", x."birthYear", x."birthMonth", x."birthDay",
              x."birthLeapMonth", x.note, x."levelId", x."homeStoreId", x."joinedOn", $2, x."earlierSpendCents"
         FROM jsonb_to_recordset($1::jsonb) AS x("memberId" bigint, name text, nickname text, phone text, gender text,
              "birthdayCalendar" text, "birthYear" int, "birthMonth" int, "birthDay" int, "birthLeapMonth" boolean, note text,
              "levelId" bigint, "homeStoreId" bigint, "joinedOn" date, "earlierSpendCents" bigint)
       RETURNING id)
     INSERT INTO wallet (id, member_id)
     SELECT x."walletId", x."memberId" FROM jsonb_to_recordset($1::jsonb) AS x("memberId" bigint, "walletId" bigint)`,
    [JSON.stringify(rows), takenBy],
  );
  await insertKeys(tx, members, ids);
  await insertTags(tx, members, ids, takenBy);
  return ids;
}

type Ids = readonly { memberId: number }[];

async function insertKeys(tx: Tx, members: readonly TakenMember[], ids: Ids): Promise<void> {
  // In the order of the index: neighbours land on the same page.
  const keys = members
    .flatMap((member, index) =>
      memberKeys(member).map((key) => ({ ...key, index, memberId: ids[index]?.memberId ?? 0 })),
    )
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  // Who was not here since stands where their joining puts them.
  await tx.query(
    `INSERT INTO member_key (key, kind, member_id, seen_on)
     SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::date[])`,
    [
      keys.map(({ key }) => key),
      keys.map(({ kind }) => kind),
      keys.map(({ memberId }) => memberId),
      keys.map(({ index }) => members[index]?.joinedOn),
    ],
  );
}

async function insertTags(
  tx: Tx,
  members: readonly TakenMember[],
  ids: Ids,
  takenBy: number,
): Promise<void> {
  const tagged = members.flatMap(({ tags }, index) =>
    tags.map((tag) => ({ tag, memberId: ids[index]?.memberId ?? 0 })),
  );
  if (tagged.length === 0) return;
  // In one order for all, so that two transactions never wait for each other.
  const names = [...new Set(tagged.map(({ tag }) => tag))].sort();
  await tx.query(
    'INSERT INTO tag (name, color) SELECT name, $2 FROM unnest($1::text[]) AS name ON CONFLICT (name) DO NOTHING',
    [names, TAG_COLOR],
  );
  await tx.query(
    `INSERT INTO member_tag (member_id, tag_id, added_by)
     SELECT x.member_id, t.id, $3 FROM unnest($1::bigint[], $2::text[]) AS x(member_id, name) JOIN tag t ON t.name = x.name`,
    [tagged.map(({ memberId }) => memberId), tagged.map(({ tag }) => tag), takenBy],
  );
}

/** Which of these phones live members have. */
export async function phonesInUse(sql: Sql, phones: readonly string[]): Promise<Set<string>> {
  const rows = await sql.query<{ phone: string }>(
    "SELECT phone FROM member WHERE phone = ANY ($1::text[]) AND status = 'active'",
    [phones],
  );
  return new Set(rows.map(({ phone }) => phone));
}

/** Who sent whom; members that have a referrer keep theirs. Returns how many were linked. */
export async function linkReferrers(
  tx: Tx,
  pairs: readonly { memberId: number; referrerId: number }[],
): Promise<number> {
  const linked = await tx.query(
    `UPDATE member m SET referrer_id = p.referrer_id
       FROM unnest($1::bigint[], $2::bigint[]) AS p(member_id, referrer_id)
      WHERE m.id = p.member_id AND m.referrer_id IS NULL AND p.referrer_id <> m.id RETURNING m.id`,
    [pairs.map(({ memberId }) => memberId), pairs.map(({ referrerId }) => referrerId)],
  );
  return linked.length;
}
