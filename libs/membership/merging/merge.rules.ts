/** The facts of a record that a merge looks at. */
export interface RecordToMerge {
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
  custom: Record<string, string | number | boolean>;
  referrerId: number | null;
}

/** What the survivor gets from the other record. */
export const TAKEN_FACTS = [
  'name',
  'nickname',
  'phone',
  'gender',
  'birthday',
  'note',
  'preferences',
  'custom',
  'referrer',
] as const;
export type TakenFact = (typeof TAKEN_FACTS)[number];

const MAX_TEXT = 500;

// Both texts, if they fit; nothing is cut off.
function joined(ours: string | null, theirs: string | null): string | null {
  if (!ours || !theirs || ours.includes(theirs)) return ours ?? theirs;
  const both = `${ours}\n${theirs}`;
  return both.length <= MAX_TEXT ? both : ours;
}

/**
 * The survivor's record after a merge: its own facts stay, gaps are filled from the other one, notes stand one below the
 * other. `taken` names what came from the other record.
 */
export function mergedRecord<T extends RecordToMerge>(
  survivor: T,
  merged: RecordToMerge,
  ids: { survivor: number; merged: number },
): { record: T; taken: TakenFact[] } {
  const ours = (id: number | null) => (id === ids.survivor || id === ids.merged ? null : id);
  const birthday = survivor.birthdayCalendar ? survivor : merged;
  const record: T = {
    ...survivor,
    name: survivor.name ?? merged.name,
    nickname: survivor.nickname ?? merged.nickname,
    phone: survivor.phone ?? merged.phone,
    gender: survivor.gender === 'unknown' ? merged.gender : survivor.gender,
    birthdayCalendar: birthday.birthdayCalendar,
    birthYear: birthday.birthYear,
    birthMonth: birthday.birthMonth,
    birthDay: birthday.birthDay,
    birthLeapMonth: birthday.birthLeapMonth,
    birthdayPreference: survivor.birthdayPreference ?? merged.birthdayPreference,
    note: joined(survivor.note, merged.note),
    preferences: joined(survivor.preferences, merged.preferences),
    custom: { ...merged.custom, ...survivor.custom },
    referrerId: ours(survivor.referrerId) ?? ours(merged.referrerId),
  };
  const changed: Record<TakenFact, boolean> = {
    name: record.name !== survivor.name,
    nickname: record.nickname !== survivor.nickname,
    phone: record.phone !== survivor.phone,
    gender: record.gender !== survivor.gender,
    birthday: record.birthdayCalendar !== survivor.birthdayCalendar,
    note: record.note !== survivor.note,
    preferences: record.preferences !== survivor.preferences,
    custom: Object.keys(record.custom).length > Object.keys(survivor.custom).length,
    referrer: record.referrerId !== null && record.referrerId !== survivor.referrerId,
  };
  return { record, taken: TAKEN_FACTS.filter((fact) => changed[fact]) };
}

/** What a record has: money in the wallet with what is still to be released, and points. */
export interface RecordWorth {
  principalCents: number;
  bonusCents: number;
  points: number;
}

export const moneyOf = ({ principalCents, bonusCents }: RecordWorth): number =>
  principalCents + bonusCents;

/** What both records of a merge have. */
export interface BothWorths {
  survivor: RecordWorth;
  merged: RecordWorth;
}

/**
 * The money that changes hands: the larger of the two. Whoever holds the other record's cards, or sets the PIN anew, has
 * the survivor's wallet too.
 */
export const moneyAtStake = ({ survivor, merged }: BothWorths): number =>
  Math.max(moneyOf(survivor), moneyOf(merged));

/** Whether either has so much that it is agreed to as a transfer is. A point counts as a hundredth of a yuan. */
export const needsConsent = (worths: BothWorths, limitCents: number): boolean =>
  Math.max(moneyAtStake(worths), worths.survivor.points, worths.merged.points) >= limitCents;

/** Whether one of the two has more than when it was agreed to. */
export const isMoreThan = (now: BothWorths, agreed: BothWorths): boolean =>
  (['survivor', 'merged'] as const).some(
    (side) => moneyOf(now[side]) > moneyOf(agreed[side]) || now[side].points > agreed[side].points,
  );

/** What stands on one kind of account: spendable, held, owed. */
export interface AccountStand {
  balance: number;
  held: number;
  debt: number;
}

/** What a member has: the wallet's two accounts, and the points. */
export type MemberStand = Record<'principal' | 'bonus' | 'points', AccountStand>;

/** With what is still to be released. */
export const worthOf = ({ principal, bonus, points }: MemberStand): RecordWorth => ({
  principalCents: principal.balance + principal.held,
  bonusCents: bonus.balance + bonus.held,
  points: points.balance + points.held,
});

/** Two accounts of one kind after a merge: what one owes, the other's spendable value repays first. */
export function mergedAccount(survivor: AccountStand, merged: AccountStand): AccountStand {
  const net = survivor.balance - survivor.debt + merged.balance - merged.debt;
  return { balance: Math.max(net, 0), held: survivor.held + merged.held, debt: Math.max(-net, 0) };
}

export const mergedStand = (survivor: MemberStand, merged: MemberStand): MemberStand => ({
  principal: mergedAccount(survivor.principal, merged.principal),
  bonus: mergedAccount(survivor.bonus, merged.bonus),
  points: mergedAccount(survivor.points, merged.points),
});
