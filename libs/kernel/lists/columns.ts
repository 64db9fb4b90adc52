import type { FileLanguage } from './languages.js';

/** What a value is; the screen and the workbook know how each looks. */
export const COLUMN_TYPES = [
  'date',
  'instant',
  'text',
  'cents',
  'points',
  'whole',
  'qty',
  'rate',
  'choice',
  'choices',
  'flag',
] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** Where a cell leads. The row carries the id as `saleId` or `memberId`. */
export type LinkTarget = 'sale' | 'member';

export interface ColumnSpec {
  type: ColumnType;
  total?: 'sum';
  link?: LinkTarget;
  /** Which words the codes of a choice have. */
  words?: string;
  /** What the file says, where a cell is more than a value: see ReportText for its locales. */
  says?: (row: Readonly<Record<string, unknown>>, locale: FileLanguage) => string;
  /** Personal: shown in part, unless whoever asks may see it whole. */
  pii?: 'phone';
  /** In which rows, where the column holds other numbers too; without it in all. */
  isPii?: (row: Readonly<Record<string, unknown>>) => boolean;
  sortable: boolean;
  /** Characters in a workbook. */
  width: number;
}

interface Options {
  says?: ColumnSpec['says'];
  link?: LinkTarget;
  pii?: 'phone';
  isPii?: ColumnSpec['isPii'];
  width?: number;
  sortable?: boolean;
}

const column =
  (type: ColumnType, width: number) =>
  (options: Options = {}): ColumnSpec => ({ type, sortable: true, width, ...options });
const summable =
  (type: ColumnType, width: number) =>
  (options: Options & { total?: 'sum' } = {}): ColumnSpec => ({
    type,
    sortable: true,
    width,
    ...options,
  });

/** 'YYYY-MM-DD' */
export const date = column('date', 12);
/** A moment; shown in the time zone of the row's store (`timezone` in the row). */
export const instant = column('instant', 20);
export const text = column('text', 16);
export const cents = summable('cents', 14);
export const points = summable('points', 10);
export const whole = summable('whole', 10);
/** Thousandths of a unit. */
export const qty = summable('qty', 10);
/** Basis points. */
export const rate = column('rate', 8);
export const flag = column('flag', 8);
/** One code. */
export const choice = (words: string, options: Options = {}): ColumnSpec => ({
  type: 'choice',
  words,
  sortable: true,
  width: 12,
  ...options,
});
/** Several words or codes. */
export const choices = (words: string | undefined, options: Options = {}): ColumnSpec => ({
  type: 'choices',
  ...(words ? { words } : {}),
  sortable: false,
  width: 18,
  ...options,
});
