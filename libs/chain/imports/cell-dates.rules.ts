import { isDate } from '#kernel/rules';
import { type CellValue, textOf, troubleOf } from './cell-values.rules.js';
import type { ReadCell } from './reading/reading.types.js';

const two = (text: string): string => text.padStart(2, '0');
/** How previous systems and spreadsheets write "none". */
const NO_DATE = new Set(['', '-', '/', '无', '永久', '永久有效', '长期', '不限', '0']);
// Day 0 and the first days that systems count from.
const NOT_GIVEN =
  /^(?:0000[-/.]0?0[-/.]0?0|0001[-/.]0?1[-/.]0?1|1899[-/.]12[-/.](?:29|30|31)|1900[-/.年]0?1[-/.月]0?[01]日?)(?:[T ].*)?$/;
const YEAR_FIRST = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+\d{1,2}[:时].*)?$/;
const DIGITS_ONLY = /^(\d{4})(\d{2})(\d{2})$/;
const NO_YEAR = /^\d{1,2}[-/.月]\d{1,2}日?$/;

/** A calendar date: a spreadsheet's own, 2026-1-5, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105, each with a time or without. */
export function dateValue(cell: ReadCell | undefined): CellValue<string> {
  const trouble = troubleOf(cell);
  if (trouble) return { problem: trouble };
  const text = textOf(cell).normalize('NFKC').trim();
  if (NO_DATE.has(text) || NOT_GIVEN.test(text)) return { value: null };
  const found = YEAR_FIRST.exec(text) ?? DIGITS_ONLY.exec(text);
  if (!found) return { problem: NO_YEAR.test(text) ? 'date_without_year' : 'not_a_date' };
  const date = `${found[1]}-${two(found[2] ?? '')}-${two(found[3] ?? '')}`;
  return isDate(date) ? { value: date } : { problem: 'not_a_date' };
}

export interface DayOfYear {
  year: number | null;
  month: number;
  day: number;
  leapMonth: boolean;
}

const LUNAR_MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const DIGITS = '一二三四五六七八九';

// 初一 … 三十.
function lunarDay(text: string): number {
  const clean = text.replace(/^初/, '').replace(/^廿/, '二十').replace(/^卅/, '三十');
  const found = /^([二三]?)(十?)([一二三四五六七八九]?)$/.exec(clean);
  if (!found || clean === '') return Number(text) || 0;
  const [, tens = '', ten = '', ones = ''] = found;
  if (!ten) return tens ? DIGITS.indexOf(tens) + 1 : DIGITS.indexOf(ones) + 1;
  return (tens ? DIGITS.indexOf(tens) + 1 : 1) * 10 + (ones ? DIGITS.indexOf(ones) + 1 : 0);
}

function lunarWords(text: string): DayOfYear | undefined {
  const found = /^(?:(\d{4})年)?(闰?)([正一二三四五六七八九十冬腊]{1,2})月(.{1,3}?)日?$/.exec(text);
  if (!found) return undefined;
  const word = (found[3] ?? '').replace(/^一$/, '正').replace('十一', '冬').replace('十二', '腊');
  const month = LUNAR_MONTHS.indexOf(word) + 1;
  const day = lunarDay(found[4] ?? '');
  if (month === 0 || day === 0) return undefined;
  return { year: found[1] ? Number(found[1]) : null, month, day, leapMonth: found[2] !== '' };
}

// 5.2 may have been typed as 5.20: a point tells month and day apart only where the day has two digits.
const POINTED = /^\d{1,2}\.\d$/;

/** A day of birth with or without its year: 1990-01-05, 1月5日, 01-05, 0105, 闰六月十五. */
export function birthdayValue(cell: ReadCell | undefined): CellValue<DayOfYear> {
  const date = dateValue(cell);
  if ('value' in date) {
    if (date.value === null) return { value: null };
    const [year = 0, month = 0, day = 0] = date.value.split('-').map(Number);
    return {
      value: { year: year >= 1900 && year <= 2100 ? year : null, month, day, leapMonth: false },
    };
  }
  if (date.problem !== 'not_a_date' && date.problem !== 'date_without_year') return date;
  const text = textOf(cell)
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^农历|^阴历/, '');
  if (POINTED.test(text)) return { problem: 'unclear_date' };
  const words = lunarWords(text);
  if (words) return { value: words };
  // A lunar 30 February is a day; whether the calendar has it is judged with the calendar.
  const whole = /^(\d{4})[-/.年](闰?)(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  const short =
    /^(闰?)(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(闰?)(\d{2})(\d{2})$/.exec(text);
  const [leap, month, day] = whole ? whole.slice(2) : short ? short.slice(1) : [];
  if (!month || !day) return { problem: 'not_a_date' };
  const value = {
    year: whole ? Number(whole[1]) : null,
    month: Number(month),
    day: Number(day),
    leapMonth: leap !== '',
  };
  return value.month >= 1 && value.month <= 12 && value.day >= 1 && value.day <= 31
    ? { value }
    : { problem: 'not_a_date' };
}
