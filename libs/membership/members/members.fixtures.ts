import type { Sql } from '#kernel';
import { hash } from '@node-rs/argon2';
import { memberKeys } from './member-search.rules.js';

let count = 0;

/** A PIN that is not weak. */
export const FIXTURE_PIN = '246802';

export interface FixtureMember {
  memberId: number;
  walletId: number;
  name: string;
  phone: string | null;
}

/**
 * A member with a wallet, found by name and phone. Without store and level: the first branch and the lowest level.
 * Phones are from a range that nobody has.
 */
export async function aMember(
  sql: Sql,
  member: {
    name?: string;
    nickname?: string;
    phone?: string | null;
    storeId?: number;
    levelId?: number;
    joinedOn?: string;
    pin?: string;
  } = {},
): Promise<FixtureMember> {
  count += 1;
  const { name = `王小${count}`, nickname = null, joinedOn = '2026-01-01' } = member;
  const phone =
    member.phone === undefined ? `1990000${String(count).padStart(4, '0')}` : member.phone;
  const keys = memberKeys({ name, nickname, phone });
  const pinHash = member.pin ? await hash(member.pin, { memoryCost: 1024, timeCost: 1 }) : null;
  const ids = await sql.one<{ memberId: number; walletId: number }>(
    `WITH m AS (
       INSERT INTO member (name, nickname, phone, level_id, home_store_id, joined_on, pin_hash)
       VALUES ($1, $2, $3, coalesce($4::bigint, (SELECT id FROM level ORDER BY rank LIMIT 1)),
               coalesce($5::bigint, (SELECT id FROM store WHERE type = 'branch' ORDER BY id LIMIT 1)), $6, $7) RETURNING id),
     w AS (INSERT INTO wallet (member_id) SELECT id FROM m RETURNING id),
     k AS (INSERT INTO member_key (key, kind, member_id) SELECT x.key, x.kind, m.id FROM m, unnest($8::text[], $9::text[]) AS x(key, kind))
     SELECT m.id AS "memberId", w.id AS "walletId" FROM m, w`,
    [
      name,
      nickname,
      phone,
      member.levelId ?? null,
      member.storeId ?? null,
      joinedOn,
      pinHash,
      keys.map(({ key }) => key),
      keys.map(({ kind }) => kind),
    ],
  );
  return { ...ids, name, phone };
}
