import {
  type ColumnSpec,
  type ColumnType,
  type FileLanguage,
  type Period,
  wordsOf,
} from '#kernel/lists';
import type { Sql } from '#kernel';
import type { ReportRow, ReportTotals } from '../report-engine.js';
import type { ReportRequest } from '../report-request.js';
import { columnTitle, filterTitle, REPORT_TEXT, type ReportText } from '../report.locale.js';
import type { Cell, CellKind, TableColumn } from '../table/table-writer.js';
import type { ExportTask, ExportsRepository } from './exports.repository.js';

const KINDS: Record<ColumnType, CellKind> = {
  date: 'date',
  instant: 'instant',
  text: 'text',
  cents: 'cents',
  points: 'whole',
  whole: 'whole',
  qty: 'qty',
  rate: 'rate',
  choice: 'text',
  choices: 'text',
  flag: 'text',
};

const DEFAULT_TIMEZONE = 'Asia/Shanghai';
const clocks = new Map<string, Intl.DateTimeFormat>();

/** 'YYYY-MM-DD HH:MM:SS' on the wall of the store. */
export function wallTime(instant: Date, timezone: string): string {
  let clock = clocks.get(timezone);
  if (!clock) {
    const two = '2-digit';
    clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    });
    clocks.set(timezone, clock);
  }
  return clock.format(instant);
}

export function tableColumns({ report, columns }: ReportRequest, text: ReportText): TableColumn[] {
  return columns.map(([id, { type, width }]) => ({
    title: columnTitle(text, report.id, id),
    kind: KINDS[type],
    width,
  }));
}

/** A row of the report as cells in the order of its columns. */
export function cellsOf(
  row: ReportRow,
  columns: readonly (readonly [string, ColumnSpec])[],
  locale: FileLanguage,
): Cell[] {
  return columns.map(([id, column]) =>
    column.says ? column.says(row, locale) : cellOf(row[id], column, row, locale),
  );
}

function cellOf(
  value: unknown,
  { type, words }: ColumnSpec,
  row: ReportRow,
  locale: FileLanguage,
): Cell {
  if (value === null || value === undefined) return null;
  const text = REPORT_TEXT[locale];
  const codes = words ? wordsOf(words, locale) : {};
  const word = (code: string) => codes[code] ?? code;
  if (type === 'instant')
    return wallTime(
      value as Date,
      typeof row['timezone'] === 'string' ? row['timezone'] : DEFAULT_TIMEZONE,
    );
  if (type === 'flag') return value === true ? text.flags.true : text.flags.false;
  if (type === 'choices') return (value as string[]).map(word).join(text.file.listSeparator);
  if (type === 'choice') return word(value as string);
  return value as string | number;
}

export const hasTotals = ({ columns }: ReportRequest): boolean =>
  columns.some(([, { total }]) => total !== undefined);

export function totalCells(
  { columns }: ReportRequest,
  { sums }: ReportTotals,
  text: ReportText,
): Cell[] {
  return columns.map(([id, { total }], index) =>
    total ? (sums[id] ?? 0) : index === 0 ? text.file.totals : null,
  );
}

/** The word of a filter's choice: filters of codes are called as those. */
export function codeWord(locale: FileLanguage, filter: string, value: string): string {
  const codes = REPORT_TEXT[locale].options[filter] ?? wordsOf(filter, locale);
  return codes[value] ?? value;
}

/** The lines under the title: each filter in words, how many rows, who had it made and when. */
export async function notesOf(
  sql: Sql,
  repository: ExportsRepository,
  request: ReportRequest,
  task: ExportTask,
  rows: number,
  at: Date,
): Promise<string[]> {
  const text = REPORT_TEXT[task.locale];
  const filters: string[] = [];
  for (const [name, filter] of Object.entries(request.report.filters)) {
    const value = request.filters[name];
    const said = await describe();
    if (said) filters.push(`${filterTitle(text, request.report.id, name)}: ${said}`);

    async function describe(): Promise<string | null> {
      if (filter.type === 'stores') {
        return value
          ? (await repository.namesOf(sql, 'store', value as number[])).join(
              text.file.listSeparator,
            )
          : text.file.allStores;
      }
      if (value === null || value === undefined || value === filter.fallback) return null;
      if (filter.type === 'period')
        return text.file.range
          .replace('{from}', (value as Partial<Period>).from ?? '…')
          .replace('{to}', (value as Partial<Period>).to ?? '…');
      if (filter.type === 'ids' && filter.table)
        return (await repository.namesOf(sql, filter.table, value as number[])).join(
          text.file.listSeparator,
        );
      if (filter.type === 'flag') return value ? text.flags.true : text.flags.false || '—';
      if (filter.type === 'staff')
        return (await repository.namesOf(sql, 'staff', [value as number])).join('');
      if (filter.type === 'choice') return codeWord(task.locale, name, value as string);
      return value as string;
    }
  }
  const made = text.file.made
    .replace('{at}', wallTime(at, DEFAULT_TIMEZONE))
    .replace('{name}', task.staffName);
  return [filters.join('  |  '), `${text.file.rows.replace('{rows}', String(rows))}  |  ${made}`];
}
