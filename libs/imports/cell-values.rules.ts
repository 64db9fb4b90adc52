import { isDate } from '#kernel/rules';
import type { CellTrouble, ReadCell } from './reading/reading.types.js';

/** Why a cell can't be taken; the words are in import.locale.ts. */
export type CellProblem =
  | CellTrouble
  | 'not_an_amount'
  | 'not_whole'
  | 'too_many_decimals'
  | 'too_large'
  | 'negative'
  | 'not_a_date'
  | 'not_a_phone'
  | 'not_a_card_no'
  | 'unknown_word'
  | 'too_many_characters';

/** A value, or why there is none; null: the cell is empty. */
export type CellValue<T> = { value: T | null } | { problem: CellProblem };

/** ¥100,000,000: no amount of one member is larger. */
const MAX_CENTS = 10_000_000_000;
const MAX_COUNT = 1_000_000_000;

/** What a cell says as text: for names, numbers of cards, words. */
export function textOf(cell: ReadCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if ('n' in cell) return cell.n;
  return 'd' in cell ? cell.d : '';
}

const troubleOf = (cell: ReadCell | undefined): CellTrouble | undefined =>
  typeof cell === 'object' && cell !== null && 'e' in cell ? cell.e : undefined;

export function textValue(cell: ReadCell | undefined, max: number): CellValue<string> {
  const trouble = troubleOf(cell);
  if (trouble) return { problem: trouble };
  const text = textOf(cell);
  if ([...text].length > max) return { problem: 'too_many_characters' };
  return { value: text || null };
}

// Signs of money, thousands separators and blanks that people write around figures.
const plainNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[¥￥,，\s]|元$|rmb|cny/gi, '')
    .replace(/^\((.+)\)$/, '-$1');

interface Decimal {
  negative: boolean;
  whole: string;
  fraction: string;
}

function decimalOf(text: string): Decimal | undefined {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!found || !(found[2] || found[3])) return undefined;
  return {
    negative: found[1] === '-',
    whole: found[2] || '0',
    fraction: (found[3] ?? '').replace(/0+$/, ''),
  };
}

/** Money in 分, by its digits: no floating numbers on the way. */
export function centsValue(cell: ReadCell | undefined): CellValue<number> {
  const trouble = troubleOf(cell);
  if (trouble) return { problem: trouble };
  const text = textOf(cell);
  if (text === '' || text === '-') return { value: null };
  const decimal = decimalOf(plainNumber(text));
  if (!decimal || (typeof cell === 'object' && cell !== null && 'd' in cell))
    return { problem: 'not_an_amount' };
  if (decimal.fraction.length > 2) return { problem: 'too_many_decimals' };
  const cents = Number(decimal.whole) * 100 + Number(decimal.fraction.padEnd(2, '0'));
  if (cents > MAX_CENTS) return { problem: 'too_large' };
  if (decimal.negative && cents > 0) return { problem: 'negative' };
  return { value: cents };
}

/** Points, visits: whole numbers. */
export function countValue(cell: ReadCell | undefined): CellValue<number> {
  const trouble = troubleOf(cell);
  if (trouble) return { problem: trouble };
  const text = textOf(cell);
  if (text === '' || text === '-') return { value: null };
  const decimal = decimalOf(plainNumber(text));
  if (!decimal || (typeof cell === 'object' && cell !== null && 'd' in cell))
    return { problem: 'not_an_amount' };
  if (decimal.fraction) return { problem: 'not_whole' };
  const count = Number(decimal.whole);
  if (count > MAX_COUNT) return { problem: 'too_large' };
  if (decimal.negative && count > 0) return { problem: 'negative' };
  return { value: count };
}

const two = (text: string): string => text.padStart(2, '0');
/** How older systems write "none". */
const NO_DATE = new Set([
  '',
  '-',
  '/',
  '无',
  '永久',
  '永久有效',
  '长期',
  '不限',
  '0',
  '0000-00-00',
]);

/** A calendar date: a spreadsheet's own, 2026-1-5, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105, each with a time or without. */
export function dateValue(cell: ReadCell | undefined): CellValue<string> {
  const trouble = troubleOf(cell);
  if (trouble) return { problem: trouble };
  const text = textOf(cell).normalize('NFKC').trim();
  if (NO_DATE.has(text)) return { value: null };
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+\d{1,2}[:时].*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!found) return { problem: 'not_a_date' };
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

/** A day of birth with or without its year: 1990-01-05, 1月5日, 01-05, 0105, 闰六月十五. */
export function birthdayValue(cell: ReadCell | undefined): CellValue<DayOfYear> {
  const date = dateValue(cell);
  if ('value' in date) {
    if (date.value === null) return { value: null };
    const [year = 0, month = 0, day = 0] = date.value.split('-').map(Number);
    // The older systems' "not given".
    if (date.value === '1900-01-01' || date.value === '0001-01-01') return { value: null };
    return {
      value: { year: year >= 1900 && year <= 2100 ? year : null, month, day, leapMonth: false },
    };
  }
  if (date.problem !== 'not_a_date') return date;
  const text = textOf(cell)
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^农历|^阴历/, '');
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

const NO_PHONE = new Set(['', '-', '/', '无', '0', '00000000000']);

/** One phone number, with country code or area code, as it is stored. */
export function phoneValue(cell: ReadCell | undefined): CellValue<string> {
  const trouble = troubleOf(cell);
  if (trouble) return { problem: trouble };
  const text = textOf(cell)
    .normalize('NFKC')
    .replace(/[\s()-]/g, '');
  if (NO_PHONE.has(text)) return { value: null };
  const phone = text.replace(/\.0+$/, '').replace(/^(?:\+|00)86(?=1\d{10}$)/, '');
  return /^\+?\d{5,19}$/.test(phone) ? { value: phone } : { problem: 'not_a_phone' };
}

/** The number of an older card as it is: no range and no check digit are asked for. */
export function cardNoValue(cell: ReadCell | undefined): CellValue<string> {
  const trouble = troubleOf(cell);
  if (trouble) return { problem: trouble };
  const text = textOf(cell).normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (text === '') return { value: null };
  return /^[0-9A-Z]{4,32}$/.test(text) ? { value: text } : { problem: 'not_a_card_no' };
}

/** A word of a list; `unknown_word` for another. */
export function wordValue<T>(
  cell: ReadCell | undefined,
  words: Readonly<Record<string, T>>,
): CellValue<T> {
  const trouble = troubleOf(cell);
  if (trouble) return { problem: trouble };
  const text = textOf(cell).normalize('NFKC').replace(/\s/g, '').toLowerCase();
  if (text === '' || text === '-') return { value: null };
  return Object.hasOwn(words, text) ? { value: words[text] as T } : { problem: 'unknown_word' };
}
