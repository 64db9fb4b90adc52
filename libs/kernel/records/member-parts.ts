import type { Actor } from '../access/actor.js';
import { LOCK_ORDER, type Lockable } from '../database/lock-order.js';
import type { Sql, Tx } from '../database/sql.js';
import type { Declaration } from '../manifest.js';

/** A record of a person, and the wallet that was opened with it. */
export interface MemberSide {
  memberId: number;
  walletId: number;
}

/** Two records of one person become one: what belonged to `from` belongs to `to` afterwards. */
export interface MergeOfMembers {
  from: MemberSide;
  to: MemberSide;
  actor: Actor;
}

/** Whose rows stay as they are until the transaction ends. */
export interface MembersToLock {
  memberIds: readonly number[];
  walletIds: readonly number[];
  /** A record that ends in another. */
  mergedId?: number;
}

/** Where somebody is being served at this moment. */
export interface MemberInHand {
  storeName: string;
  tillName: string;
}

/** Rows of one kind, locked together in the order of their ids. */
export interface MemberLock {
  kind: Lockable;
  take(tx: Tx, whom: MembersToLock): Promise<void>;
}

/** What merging two members, and forgetting one, means for the tables of one capability. */
export interface MemberPart {
  /**
   * Every column that holds the id of a member or a wallet, as table.column. `moves`: after a merge it names the survivor's.
   * `stays`: it may go on to name the record that ended, whose id leads to the survivor.
   */
  columns: Readonly<Record<string, 'moves' | 'stays'>>;
  locks?: readonly MemberLock[];
  /** While somebody is served, their record is neither merged nor erased. */
  inHand?(sql: Sql, memberIds: readonly number[]): Promise<MemberInHand | undefined>;
  merge?(tx: Tx, merge: MergeOfMembers): Promise<void>;
  /** Takes what is personal about these members, a record and those merged into it, out of the capability's own tables. */
  erase?(tx: Tx, memberIds: readonly number[]): Promise<void>;
}

const declared = new Map<string, MemberPart>();

/** `name`: of the capability. */
export const memberPart =
  (name: string, part: MemberPart): Declaration =>
  () => {
    declared.set(name, part);
  };

/** From above to below: whoever keeps a name beside a member's id can still read the record, which is changed after them. */
export const memberParts = (): MemberPart[] => [...declared.values()].reverse();

/** In the order of all acts. */
export async function lockMemberParts(tx: Tx, whom: MembersToLock): Promise<void> {
  const locks = memberParts().flatMap((part) => part.locks ?? []);
  locks.sort((a, b) => LOCK_ORDER.indexOf(a.kind) - LOCK_ORDER.indexOf(b.kind));
  for (const lock of locks) await lock.take(tx, whom);
}

export async function memberInHand(
  sql: Sql,
  memberIds: readonly number[],
): Promise<MemberInHand | undefined> {
  for (const part of memberParts()) {
    const found = await part.inHand?.(sql, memberIds);
    if (found) return found;
  }
  return undefined;
}

export async function mergeMemberParts(tx: Tx, merge: MergeOfMembers): Promise<void> {
  for (const part of memberParts()) await part.merge?.(tx, merge);
}

export async function eraseMemberParts(tx: Tx, memberIds: readonly number[]): Promise<void> {
  for (const part of memberParts()) await part.erase?.(tx, memberIds);
}
