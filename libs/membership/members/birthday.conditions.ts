import { defineCondition } from '#chain/conditions';
import { addDays, addMonths } from '#kernel';
import { type BirthdayOfYear, birthdaysOn } from './birthday.rules.js';
import { BIRTHDAY_WINDOWS, type BirthdayCondition, MAX_BIRTHDAY_DAYS } from './condition.rules.js';
import { BIRTHDAY_CALENDARS } from './member.rules.js';

/** The days of birth that are celebrated in the window: few, whatever the number of members. */
export const birthday = defineCondition<BirthdayCondition>({
  field: 'birthday',
  group: 'profile',
  order: 60,
  shape: 'birthday',
  parts: ['window', 'days', 'calendar'],
  examples: [
    { window: 'next', days: 7 },
    { window: 'this_month', calendar: 'lunar' },
    { window: 'next_month' },
  ],
  read(reader) {
    const window = reader.oneOf('window', BIRTHDAY_WINDOWS) ?? 'next';
    return {
      window,
      ...(window === 'next' ? { days: reader.whole('days', 0, MAX_BIRTHDAY_DAYS) } : {}),
      ...(reader.has('calendar') ? { calendar: reader.oneOf('calendar', BIRTHDAY_CALENDARS) } : {}),
    };
  },
  sql({ window, days = 0, calendar }, { today, params }) {
    const month = `${today.slice(0, 7)}-01`;
    const first = { next: today, this_month: month, next_month: addMonths(month, 1) }[window];
    const last = window === 'next' ? addDays(today, days) : addDays(addMonths(first, 1), -1);
    const celebrated = new Map<string, BirthdayOfYear>();
    for (let date = first; date <= last; date = addDays(date, 1)) {
      for (const day of birthdaysOn(date)) {
        if (calendar && day.calendar !== calendar) continue;
        celebrated.set(`${day.calendar} ${day.month} ${day.day} ${day.leapMonth}`, day);
      }
    }
    const list = [...celebrated.values()];
    const calendars = params.add(
      list.map((day) => day.calendar),
      'text[]',
    );
    // Month, day and leap month as one number: both sides are whole, so a plain array does.
    const days4 = params.add(
      list.map((day) => day.month * 1_000 + day.day * 10 + (day.leapMonth ? 1 : 0)),
      'bigint[]',
    );
    const among = `IN (SELECT b.calendar, b.day FROM unnest(${calendars}, ${days4}) AS b(calendar, day))`;
    const plain = 'm.birth_month * 1000 + m.birth_day * 10';
    // Who was born in a leap month keeps the day there, in the plain month before it, or in both.
    const keepsLeap = "(m.birth_leap_month AND coalesce(m.birthday_preference, 'leap') <> 'first')";
    return `(m.birthday_calendar IS NOT NULL AND ((m.birthday_calendar, ${plain} + ${keepsLeap}::int) ${among}
      OR m.birth_leap_month AND coalesce(m.birthday_preference = 'both', false) AND (m.birthday_calendar, ${plain}) ${among}))`;
  },
});
