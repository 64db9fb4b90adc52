import { type Actor, businessDateOf, type Clock, type Sql } from '#kernel';
import { type AccountStanding, bonusOf, type Ledger, pointsOf, principalOf } from '#ledger';
import type { MemberRecord } from '#membership/members';
import type { MemberStand } from './merge.rules.js';

/** What a member has on a business date, without locks. */
export async function standOf(
  ledger: Ledger,
  sql: Sql,
  { id, walletId }: MemberRecord,
  businessDate: string,
): Promise<MemberStand> {
  const refs = [principalOf(walletId), bonusOf(walletId), pointsOf(id)];
  const [principal, bonus, points] = (await ledger.balances(sql, refs, businessDate)) as [
    AccountStanding,
    AccountStanding,
    AccountStanding,
  ];
  return { principal, bonus, points };
}

/** The clock of the store that a member belongs to. */
export const homeClock = (member: MemberRecord) => ({
  timezone: member.homeStoreTimezone,
  cutoverHour: member.homeStoreCutoverHour,
});

/** The business date of the till, or of the member's own store where nobody sits at one. */
export const todayFor = (clock: Clock, actor: Actor, member: MemberRecord): string =>
  businessDateOf(clock.now(), actor.till ?? homeClock(member));
