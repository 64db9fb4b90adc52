import type { Sql } from '#kernel';
import type { ColumnSpec, ColumnType, ColumnWords } from '../engine/columns.js';
import type { Period } from '../engine/filters.js';
import type { ReportRow, ReportTotals } from '../engine/report-engine.js';
import type { ReportRequest } from '../engine/report-request.js';
import { columnTitle, REPORT_TEXT, type ReportText } from '../report.locale.js';
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
  text: ReportText,
): Cell[] {
  return columns.map(([id, { type, words }]) => cellOf(row[id], type, words, row, text));
}

function cellOf(
  value: unknown,
  type: ColumnType,
  words: ColumnSpec['words'],
  row: ReportRow,
  text: ReportText,
): Cell {
  if (value === null || value === undefined) return null;
  const codes: Record<string, string> = words ? text.codes[words] : {};
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

export function totalCells(
  { columns }: ReportRequest,
  { sums }: ReportTotals,
  text: ReportText,
): Cell[] {
  return columns.map(([id, { total }], index) =>
    total ? (sums[id] ?? 0) : index === 0 ? text.file.totals : null,
  );
}

/** Filters whose choices have the words of a column. */
const CODED: Record<string, ColumnWords> = {
  tender: 'tender',
  cardStatus: 'cardStatus',
  origin: 'cardOrigin',
  payoutKind: 'payoutKind',
  adjustmentKind: 'adjustmentKind',
};

/** The word of a filter's choice. */
export function codeWord(text: ReportText, filter: string, value: string): string {
  const codes: Record<string, string> =
    CODED[filter] !== undefined ? text.codes[CODED[filter]] : (text.options[filter] ?? {});
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
    if (said) filters.push(`${text.filters[name] ?? name}: ${said}`);

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
      if (filter.type === 'choice') return codeWord(text, name, value as string);
      return value as string;
    }
  }
  const made = text.file.made
    .replace('{at}', wallTime(at, DEFAULT_TIMEZONE))
    .replace('{name}', task.staffName);
  return [filters.join('  |  '), `${text.file.rows.replace('{rows}', String(rows))}  |  ${made}`];
}
