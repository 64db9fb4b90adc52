import {
  foldCardNo,
  foldName,
  foldPhone,
  MAX_CENTS,
  phoneKind,
  readCents,
  readPlainDecimal,
  readWhole,
  type NumberProblem,
  type ReadNumber,
} from '#kernel/rules';
import type { CellTrouble, ReadCell } from './reading/reading.types.js';

/** Why a cell can't be taken; the words are in import.locale.ts. */
export type CellProblem =
  | CellTrouble
  | Exclude<NumberProblem, 'not_a_number'>
  | 'not_an_amount'
  | 'negative'
  | 'not_a_date'
  | 'date_without_year'
  | 'unclear_date'
  | 'not_a_phone'
  | 'not_a_card_no'
  | 'unclear_card_no'
  | 'unknown_word'
  | 'too_many_characters';

/** A value, or why there is none; null: the cell is empty. */
export type CellValue<T> = { value: T | null } | { problem: CellProblem };

const MAX_COUNT = 1_000_000_000;

/** What a cell says as text: for names, numbers of cards, words. */
export function textOf(cell: ReadCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if ('n' in cell) return cell.n;
  return 'd' in cell ? cell.d : '';
}

export const troubleOf = (cell: ReadCell | undefined): CellTrouble | undefined =>
  typeof cell === 'object' && cell !== null && 'e' in cell ? cell.e : undefined;

export function textValue(cell: ReadCell | undefined, max: number): CellValue<string> {
  const trouble = troubleOf(cell);
  if (trouble) return { problem: trouble };
  const text = textOf(cell);
  if ([...text].length > max) return { problem: 'too_many_characters' };
  return { value: text || null };
}

/** The name of a person, written as members' names are. */
export function nameValue(cell: ReadCell | undefined, max: number): CellValue<string> {
  const found = textValue(cell, max);
  return 'value' in found && found.value !== null
    ? { value: foldName(found.value) || null }
    : found;
}

/** A number in a text is read as a person wrote it, a spreadsheet's own by its point. */
function numberOf(
  cell: ReadCell | undefined,
  written: (text: string) => ReadNumber,
  decimals: 0 | 2,
  max: number,
): CellValue<number> {
  const trouble = troubleOf(cell);
  if (trouble) return { problem: trouble };
  if (isDate(cell)) return { problem: 'not_an_amount' };
  const text = textOf(cell);
  if (text === '' || text === '-') return { value: null };
  const isOwn = typeof cell === 'object' && cell !== null && 'n' in cell;
  const found = isOwn ? readPlainDecimal(text, decimals) : written(text);
  if ('problem' in found)
    return { problem: found.problem === 'not_a_number' ? 'not_an_amount' : found.problem };
  if (found.value < 0) return { problem: 'negative' };
  return found.value > max ? { problem: 'too_large' } : found;
}

const isDate = (cell: ReadCell | undefined): boolean =>
  typeof cell === 'object' && cell !== null && 'd' in cell;

/** Money in 分, by its digits: no floating numbers on the way. */
export const centsValue = (cell: ReadCell | undefined): CellValue<number> =>
  numberOf(cell, readCents, 2, MAX_CENTS);

/** Points, visits: whole numbers. */
export const countValue = (cell: ReadCell | undefined): CellValue<number> =>
  numberOf(cell, readWhole, 0, MAX_COUNT);

const NO_PHONE = new Set(['', '-', '/', '无', '0', '00000000000']);

/** One phone number, with country code or area code, as it is stored. */
export function phoneValue(cell: ReadCell | undefined): CellValue<string> {
  const trouble = troubleOf(cell);
  if (trouble) return { problem: trouble };
  const text = textOf(cell).normalize('NFKC').trim();
  if (NO_PHONE.has(text)) return { value: null };
  // A spreadsheet's number that became text, and points between the groups of a mobile.
  const phone = foldPhone(
    text.replace(/\.0+$/, '').replace(/^(\d{3})\.(\d{4})\.(\d{4})$/, '$1$2$3'),
  );
  return phoneKind(phone) ? { value: phone } : { problem: 'not_a_phone' };
}

// As printed, in fours: 6800 1027 3274 2401. Any other blank or dash may mean something: 800001-1 is not 8000011.
const IN_FOURS = /^(?:[0-9A-Z]{4}[ -])+[0-9A-Z]{1,4}$/;
const MIN_IN_FOURS = 12;

/** The number of an older card as it is: no range and no check digit are asked for. */
export function cardNoValue(cell: ReadCell | undefined): CellValue<string> {
  const trouble = troubleOf(cell);
  if (trouble) return { problem: trouble };
  const text = textOf(cell).normalize('NFKC').trim().toUpperCase();
  if (text === '') return { value: null };
  const number = foldCardNo(text);
  if (!/^[0-9A-Z]{4,32}$/.test(number)) return { problem: 'not_a_card_no' };
  const isPlain = number === text || (number.length >= MIN_IN_FOURS && IN_FOURS.test(text));
  return isPlain ? { value: number } : { problem: 'unclear_card_no' };
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
