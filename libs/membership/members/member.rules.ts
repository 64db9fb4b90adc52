import { addDays, daysInMonth } from '#kernel/rules';

export const GENDERS = ['unknown', 'female', 'male'] as const;
export type Gender = (typeof GENDERS)[number];
export const MEMBER_KINDS = ['person', 'company'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];
export const BIRTHDAY_CALENDARS = ['solar', 'lunar'] as const;
export type BirthdayCalendar = (typeof BIRTHDAY_CALENDARS)[number];
/** Who was born in a leap month keeps the day in the leap month, in the plain one before it, or in both. */
export const BIRTHDAY_PREFERENCES = ['leap', 'first', 'both'] as const;
export type BirthdayPreference = (typeof BIRTHDAY_PREFERENCES)[number];
export const CONTACT_CHANNELS = ['visit', 'phone', 'wechat', 'sms', 'other'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];
export const DOCUMENT_KINDS = [
  'id_card',
  'passport',
  'travel_permit',
  'residence_permit',
  'business_licence',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
/** Colours a tag may have: names of the design, so that they are right in the dark as well. */
export const TAG_COLORS = ['gray', 'blue', 'green', 'amber', 'red', 'violet'] as const;
export type TagColor = (typeof TAG_COLORS)[number];

export interface Birthday {
  calendar: BirthdayCalendar;
  /** Unknown to many; only the day and month are needed. */
  year: number | null;
  month: number;
  day: number;
  /** The month is the leap month of its lunar year. */
  leapMonth: boolean;
}

const LEAP_YEAR = 2000;
const LONGEST_LUNAR_MONTH = 30;
/** The leap month of each lunar year from 1900 to 2100, a hexadecimal digit a year; 0: none. Compared with the calendar in its spec. */
export const LEAP_MONTHS =
  '800500400206005002070050040020600500307006004002070050030800' +
  '600400307005004080060040a00600500308005004002070050040900600' +
  '4002060050030b0060050020700500308006004003070050040800600400' +
  '307005004080060040020';
const FIRST_LEAP_YEAR = 1900;

/** Whether a lunar year has this month twice; where the year is not known, any month may be. */
function hasLeapMonth(year: number | null, month: number): boolean {
  const leap = year === null ? undefined : LEAP_MONTHS[year - FIRST_LEAP_YEAR];
  return leap === undefined || parseInt(leap, 16) === month;
}

/** Whether such a day can exist in its calendar. */
export function isPossibleBirthday(birthday: Birthday): boolean {
  const { calendar, year, month, day, leapMonth } = birthday;
  if (month < 1 || month > 12 || day < 1) return false;
  if (calendar === 'lunar')
    return day <= LONGEST_LUNAR_MONTH && (!leapMonth || hasLeapMonth(year, month));
  return !leapMonth && day <= daysInMonth(year ?? LEAP_YEAR, month);
}

/** The lunar year begins on 21 January at the earliest, and its months have 29 days at least. */
function earliestDayOf({ calendar, year, month, day }: Birthday & { year: number }): string {
  return calendar === 'solar'
    ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    : addDays(`${year}-01-21`, (month - 1) * 29 + day - 1);
}

/** Why somebody who joined on a day can't have this birthday. Without its year any day of a calendar is possible. */
export function birthdayProblem(
  birthday: Birthday,
  joinedOn: string,
): 'birthday_impossible' | 'birthday_after_joining' | undefined {
  if (!isPossibleBirthday(birthday)) return 'birthday_impossible';
  const { year } = birthday;
  const isLater = year !== null && earliestDayOf({ ...birthday, year }) > joinedOn;
  return isLater ? 'birthday_after_joining' : undefined;
}

/** Where the photo is read; a new photo has a new address, so that browsers may keep the old one for ever. */
export const photoAddress = (memberId: number, tag: string | null): string | null =>
  tag === null ? null : `/api/v1/members/${memberId}/photo?v=${tag}`;
