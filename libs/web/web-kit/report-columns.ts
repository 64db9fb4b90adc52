import type { RouteLocationRaw } from 'vue-router';
import type { CellType, Column } from './list.types.js';
import type { ReportColumn, ReportFilter, ReportRecord } from './report.types.js';

const CELL_TYPES: Record<string, CellType> = {
  cents: 'money',
  points: 'number',
  whole: 'number',
  qty: 'quantity',
  rate: 'rate',
  date: 'day',
  instant: 'datetime',
};

/** The words of a report, in the person's language. */
export interface ReportWords {
  column(columnId: string): string;
  filter(filterId: string): string;
  /** A choice of a filter. */
  option(filter: ReportFilter, value: string): string;
  /** A coded value in a cell (a tender, a flag). */
  value(column: ReportColumn, value: unknown): string | undefined;
  linkTo(kind: string, row: ReportRecord): RouteLocationRaw | undefined;
}

/** Turns what the server says about columns into columns of a table. */
export function tableColumns(
  columns: readonly ReportColumn[],
  words: ReportWords,
  hidden: readonly string[] = [],
): Column<ReportRecord>[] {
  return columns.map((column) => ({
    id: column.id,
    label: words.column(column.id),
    type: CELL_TYPES[column.type],
    sortable: column.sortable,
    hidden: hidden.includes(column.id),
    value: (row) => shown(row[column.id], column, words),
    to: column.link ? (row) => words.linkTo(column.link!, row) : undefined,
  }));
}

function shown(value: unknown, column: ReportColumn, words: ReportWords): unknown {
  if (Array.isArray(value)) {
    return value.map((each) => words.value(column, each) ?? String(each)).join(' · ');
  }
  return words.value(column, value) ?? value;
}

export function rowIdOf(row: ReportRecord): string | number {
  return row.id as string | number;
}
