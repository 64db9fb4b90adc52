import { LunarYear } from 'lunar-typescript';
import { isBirthdayOn } from './birthday.rules.js';
import { isPossibleBirthday, LEAP_MONTHS } from './member.rules.js';

const lunar = (month: number, day: number, leapMonth = false) => ({
  calendar: 'lunar' as const,
  month,
  day,
  leapMonth,
});
const solar = (month: number, day: number) => ({
  calendar: 'solar' as const,
  month,
  day,
  leapMonth: false,
});

describe('birthdays of both calendars (golden G27)', () => {
  it.each([
    ['6/15 in a year with a leap 6th month', lunar(6, 15), '2025-07-09', true],
    ['6/15 does not come again in the leap month', lunar(6, 15), '2025-08-08', false],
    ['leap 6/15 in the leap month', lunar(6, 15, true), '2025-08-08', true],
    ['leap 6/15 not in the plain month of such a year', lunar(6, 15, true), '2025-07-09', false],
    ['leap 6/15 in a year without it', lunar(6, 15, true), '2026-07-28', true],
    ['leap 6/30 on the 29th of the short leap month', lunar(6, 30, true), '2025-08-22', true],
    ['6/30', lunar(6, 30), '2026-08-12', true],
    ['12/30 on the 29th', lunar(12, 30), '2026-02-16', true],
    // The new moon of 6 February 2027 comes four minutes before midnight: that day is new year's already.
    ['12/30 on the 29th again', lunar(12, 30), '2027-02-05', true],
    ['11/25 early in 2024', lunar(11, 25), '2024-01-06', true],
    ['11/25 late in 2024', lunar(11, 25), '2024-12-25', true],
    ['10/14', lunar(10, 14), '2026-11-22', true],
    ['29 February in an ordinary year', solar(2, 29), '2026-02-28', true],
    ['29 February not on the 28th of a leap year', solar(2, 29), '2028-02-28', false],
    ['29 February in a leap year', solar(2, 29), '2028-02-29', true],
    ['the day before', solar(11, 22), '2026-11-21', false],
  ])('%s', (_, birthday, date, expected) => {
    expect(isBirthdayOn(birthday, date)).toBe(expected);
  });

  it.each([
    ['leap', '2025-07-09', false],
    ['leap', '2025-08-08', true],
    ['first', '2025-07-09', true],
    ['first', '2025-08-08', false],
    ['both', '2025-07-09', true],
    ['both', '2025-08-08', true],
    ['leap', '2026-07-28', true],
    ['first', '2026-07-28', true],
    ['both', '2026-07-28', true],
  ] as const)('leap 6/15 with the preference %s on %s', (preference, date, expected) => {
    expect(isBirthdayOn(lunar(6, 15, true), date, preference)).toBe(expected);
  });

  it('a preference means nothing to somebody born in a plain month', () => {
    expect(isBirthdayOn(lunar(6, 15), '2025-07-09', 'leap')).toBe(true);
    expect(isBirthdayOn(lunar(6, 15), '2025-08-08', 'both')).toBe(false);
  });
});

it('knows the leap months of two hundred years', () => {
  const years = Array.from({ length: 201 }, (_, at) => 1900 + at);
  expect(LEAP_MONTHS).toBe(
    years.map((year) => LunarYear.fromYear(year).getLeapMonth().toString(16)).join(''),
  );
});

it.each([
  [2025, 6, true],
  [2026, 1, false],
  [2025, 5, false],
  [null, 1, true],
])('a birthday in the leap month of %s/%s is possible: %s', (year, month, possible) => {
  expect(isPossibleBirthday({ calendar: 'lunar', year, month, day: 1, leapMonth: true })).toBe(
    possible,
  );
});
