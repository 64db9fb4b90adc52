import type { RouteLocationRaw } from 'vue-router';

export type CellType =
  | 'text'
  | 'money'
  | 'signed-money'
  | 'number'
  | 'signed-number'
  | 'quantity'
  | 'date'
  /** A recent day: this year's without the year. */
  | 'day'
  | 'datetime'
  | 'rate';

/** One column of a table: data, not markup. A slot `cell-<id>` draws what a type can't. */
export interface Column<Row> {
  id: string;
  /** Key of its words, or the words themselves. */
  label: string;
  type?: CellType;
  /** What is shown; default is the row's property named like the column. */
  value?: (row: Row) => unknown;
  /** Where the cell leads. */
  to?: (row: Row) => RouteLocationRaw | undefined;
  /** Not shown until chosen. */
  hidden?: boolean;
  sortable?: boolean;
  /** Keeps line breaks and grows in height instead of width. */
  wrap?: boolean;
  align?: 'left' | 'right' | 'center';
  /** What the list is about in numbers: in sight on every screen, the first of them on a phone's first line. */
  figure?: boolean;
  /** Holds buttons, no value: it is in no file. */
  control?: boolean;
  /** The columns of the file that stand for it, where a file has a column for each unit. */
  inFile?: readonly string[];
  /** Pixels; without it the content decides. */
  width?: number;
}

export interface PageOf<Row> {
  rows: Row[];
  total: number;
  page: number;
  pageSize: number;
  /** There are more than `total`: too many to be counted for a list. */
  atLeast?: boolean;
  /** Sums over all pages, by column id. */
  totals?: Record<string, number>;
}

export interface FilterOption {
  value: string;
  label: string;
}

/** One chip above a list. `period` becomes `from` and `to`. */
export interface Filter {
  id: string;
  /** Key of its words. */
  label: string;
  type: 'one' | 'many' | 'period';
  options?: readonly FilterOption[];
}

/** What a list asks the server for, and what its address says. */
export type ListParams = Record<string, string | number | undefined>;

export const NUMERIC_TYPES: ReadonlySet<CellType | undefined> = new Set<CellType | undefined>([
  'money',
  'signed-money',
  'number',
  'signed-number',
  'quantity',
  'rate',
]);

export const alignOf = <Row>(column: Column<Row>): 'left' | 'right' | 'center' =>
  column.align ?? (NUMERIC_TYPES.has(column.type) ? 'right' : 'left');

export const cellValue = <Row>(column: Column<Row>, row: Row): unknown =>
  column.value ? column.value(row) : (row as Record<string, unknown>)[column.id];
