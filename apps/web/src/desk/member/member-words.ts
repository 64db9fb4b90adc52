import { locale, t } from '../../i18n/i18n.js';
import type { Birthday } from '../../api/types.js';

const LUNAR_MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** '6800102744139208' → '6800 1027 4413 9208'. */
export function groupCardNo(cardNo: string): string {
  return cardNo.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Day of a lunar month as it is said: 初一, 十四, 廿三, 三十. */
export function lunarDay(day: number): string {
  if (day <= 10) return `初${DIGITS[day]}`;
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${day < 20 ? '十' : '廿'}${DIGITS[day % 10]}`;
}

export function lunarMonth(month: number): string {
  return `${LUNAR_MONTHS[month - 1]}月`;
}

/** A birthday without its year, in the calendar it is kept in. */
export function birthdayWords({ calendar, month, day, leapMonth }: Birthday): string {
  if (calendar === 'solar') return t('desk.birthday.solar', { month, day });
  const leap = leapMonth ? t('desk.birthday.leap') : '';
  return locale.value === 'zh-CN'
    ? `${leap}${lunarMonth(month)}${lunarDay(day)}`
    : t('desk.birthday.lunar', { leap, month, day });
}
