import type { Birthday } from '../../api/types.js';
import { t } from '../../i18n/i18n.js';

/** '6800102744139208' → '6800 1027 4413 9208'. */
export function groupCardNo(cardNo: string): string {
  return cardNo.replace(/(.{4})(?=.)/g, '$1 ');
}

/** A day of a lunar month as it is said. */
export const lunarDay = (day: number): string => t(`desk.lunar.day.d${day}`);
export const lunarMonth = (month: number): string => t(`desk.lunar.month.m${month}`);

/** A birthday without its year, in the calendar it is kept in. */
export function birthdayWords({ calendar, month, day, leapMonth }: Birthday): string {
  if (calendar === 'solar') return t('desk.birthday.solar', { month, day });
  const leap = leapMonth ? t('desk.birthday.leap') : '';
  return t('desk.birthday.lunar', { leap, month: lunarMonth(month), day: lunarDay(day) });
}
