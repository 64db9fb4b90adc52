import { LunarYear, Solar } from 'lunar-typescript';
import type { Birthday, BirthdayPreference } from './member.rules.js';

/** A day of birth as it is stored: the year does not matter for its return. */
export type BirthdayOfYear = Pick<Birthday, 'calendar' | 'month' | 'day' | 'leapMonth'>;

const isLeapYear = (year: number) => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

/**
 * The days of birth that are celebrated on a date, of both calendars (golden G27). A leap month returns in years that
 * have it, else its plain month stands in; the 30th falls on the 29th of a short month; 29 February on the 28th.
 */
export function birthdaysOn(date: string): BirthdayOfYear[] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const solar = (ofMonth: number, ofDay: number): BirthdayOfYear => ({
    calendar: 'solar',
    month: ofMonth,
    day: ofDay,
    leapMonth: false,
  });
  return [
    solar(month, day),
    ...(month === 2 && day === 28 && !isLeapYear(year) ? [solar(2, 29)] : []),
    ...lunarBirthdaysOn(year, month, day),
  ];
}

function lunarBirthdaysOn(year: number, month: number, day: number): BirthdayOfYear[] {
  const lunar = Solar.fromYmd(year, month, day).getLunar();
  const lunarYear = LunarYear.fromYear(lunar.getYear());
  // The calendar counts a leap month as minus its number.
  const inLeapMonth = lunar.getMonth() < 0;
  const lunarMonth = Math.abs(lunar.getMonth());
  const length = lunarYear.getMonth(lunar.getMonth())?.getDayCount() ?? 30;
  const isLastOfShort = lunar.getDay() === 29 && length === 29;
  const days = isLastOfShort ? [29, 30] : [lunar.getDay()];
  const leapFlags = inLeapMonth
    ? [true]
    : lunarYear.getLeapMonth() === lunarMonth
      ? [false]
      : [false, true];
  return days.flatMap((lunarDay) =>
    leapFlags.map((leapMonth) => ({
      calendar: 'lunar' as const,
      month: lunarMonth,
      day: lunarDay,
      leapMonth,
    })),
  );
}

/**
 * Whether a day of birth is celebrated on a date. Who was born in a leap month keeps it there, where there is one, in the
 * plain month before it, or in both; nobody who did not say so celebrates twice.
 */
export function isBirthdayOn(
  birthday: BirthdayOfYear,
  date: string,
  preference: BirthdayPreference | null = null,
): boolean {
  const { leapMonth } = birthday;
  const asBorn = [leapMonth];
  const celebrated = !leapMonth || !preference ? asBorn : CELEBRATED[preference];
  return birthdaysOn(date).some(
    (other) =>
      other.calendar === birthday.calendar &&
      other.month === birthday.month &&
      other.day === birthday.day &&
      celebrated.includes(other.leapMonth),
  );
}

// In which month, leap or plain, somebody born in a leap month celebrates.
const CELEBRATED: Record<BirthdayPreference, readonly boolean[]> = {
  leap: [true],
  first: [false],
  both: [true, false],
};
