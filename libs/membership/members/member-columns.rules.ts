import { foldPhone, maskPhone } from '#kernel';
import { MemberError } from './member.errors.js';
import type { BirthdayInput, EditMemberInput } from './member.dto.js';
import { birthdayProblem } from './member.rules.js';
import type { MemberColumns } from './members.repository.js';

export const BLANK: MemberColumns = {
  kind: 'person',
  name: null,
  nickname: null,
  phone: null,
  gender: 'unknown',
  birthdayCalendar: null,
  birthYear: null,
  birthMonth: null,
  birthDay: null,
  birthLeapMonth: false,
  birthdayPreference: null,
  note: null,
  preferences: null,
  custom: {},
  referrerId: null,
};

/**
 * What was sent over what is there: undefined keeps, null clears. Custom fields and the referrer need more than that and
 * are left as they are. Errors: member.name_missing, member.birthday_impossible, member.birthday_after_joining.
 */
export function columnsOf(
  input: Omit<EditMemberInput, 'version' | 'custom' | 'referrerId'>,
  before: MemberColumns & { joinedOn: string },
): MemberColumns {
  const { name = before.name, nickname = before.nickname, note = before.note } = input;
  if (!name && !nickname) throw MemberError.nameMissing();
  return {
    kind: input.kind ?? before.kind,
    name,
    nickname,
    phone: phoneOf(input.phone, before),
    gender: input.gender ?? before.gender,
    ...birthdayColumns(input.birthday, before),
    birthdayPreference:
      input.birthdayPreference === undefined ? before.birthdayPreference : input.birthdayPreference,
    note,
    preferences: input.preferences === undefined ? before.preferences : input.preferences,
    custom: before.custom,
    referrerId: before.referrerId,
  };
}

function phoneOf(phone: string | null | undefined, before: MemberColumns): string | null {
  if (phone === undefined) return before.phone;
  return phone === null ? null : foldPhone(phone);
}

function birthdayColumns(
  birthday: BirthdayInput | null | undefined,
  before: MemberColumns & { joinedOn: string },
) {
  if (birthday === undefined || birthday === null) {
    const { birthdayCalendar, birthYear, birthMonth, birthDay, birthLeapMonth } =
      birthday === null ? BLANK : before;
    return { birthdayCalendar, birthYear, birthMonth, birthDay, birthLeapMonth };
  }
  const { calendar, year = null, month, day, leapMonth = false } = birthday;
  const problem = birthdayProblem({ calendar, year, month, day, leapMonth }, before.joinedOn);
  if (problem === 'birthday_after_joining') throw MemberError.birthdayAfterJoining();
  if (problem) throw MemberError.birthdayImpossible();
  return {
    birthdayCalendar: calendar,
    birthYear: year,
    birthMonth: month,
    birthDay: day,
    birthLeapMonth: leapMonth,
  };
}

/** Audit rows are read by many: phones stand there masked. */
export function inRecords(columns: MemberColumns): MemberColumns {
  return { ...columns, phone: maskPhone(columns.phone) };
}

/** Only what a change changed, both sides: a record of a change says what changed and not the whole member. */
export function changesOnly<T extends object>(
  before: T,
  after: T,
): { before: Partial<T>; after: Partial<T> } {
  const keys = (Object.keys(after) as (keyof T)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const pick = (from: T) => Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<T>;
  return { before: pick(before), after: pick(after) };
}
