import { daysInMonth } from '#kernel/rules';

export const GENDERS = ['unknown', 'female', 'male'] as const;
export type Gender = (typeof GENDERS)[number];
export const BIRTHDAY_CALENDARS = ['solar', 'lunar'] as const;
export type BirthdayCalendar = (typeof BIRTHDAY_CALENDARS)[number];

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

/** Whether such a day can exist in its calendar. */
export function isPossibleBirthday(birthday: Birthday): boolean {
  const { calendar, year, month, day, leapMonth } = birthday;
  if (month < 1 || month > 12 || day < 1) return false;
  if (calendar === 'lunar') return day <= LONGEST_LUNAR_MONTH;
  return !leapMonth && day <= daysInMonth(year ?? LEAP_YEAR, month);
}
