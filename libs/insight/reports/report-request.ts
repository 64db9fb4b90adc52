import {
  bare,
  columnName,
  type ColumnSpec,
  type FilterProblem,
  isDown,
  joined,
  type ListOrder,
  ordered,
  type RawFilters,
  type Report,
  type ReportScope,
  sql,
  type SqlText,
} from '#kernel/lists';
import { AccessError, DomainError } from '#kernel';

/** A report with its filters read and its stores decided: all the engine needs to run it. */
export interface ReportRequest {
  report: Report;
  filters: Readonly<Record<string, unknown>>;
  scope: ReportScope;
  sort: string;
  /** The columns to show, in this order. */
  columns: readonly (readonly [string, ColumnSpec])[];
  /** Phone numbers whole; without it in part. */
  fullPhones?: boolean;
}

export interface Shown {
  sort?: string;
  /** Left out: all of them. */
  columns?: readonly string[];
}

/**
 * Reads and checks what was asked. Unknown parameters are refused like everywhere else.
 * Errors: request.invalid with the fields, access.store_forbidden for a store the person may not see.
 */
export function requestOf(
  report: Report,
  raw: RawFilters,
  reader: ReportScope,
  { sort, columns }: Shown = {},
): ReportRequest {
  const problems: FilterProblem[] = [];
  const problem = (field: string, code: string) => void problems.push({ field, code });
  const filters = Object.fromEntries(
    Object.entries(report.filters).map(([name, filter]) => [name, filter.read(raw, problem)]),
  );
  const known = new Set(Object.values(report.filters).flatMap((filter) => filter.params));
  for (const name of Object.keys(raw))
    if (!known.has(name)) problem(name, 'field.whitelist_validation');
  if (sort !== undefined && !isSort(report, sort)) problem('sort', 'field.is_in');
  const wanted = columns?.length ? columns : Object.keys(report.columns);
  const isUsable =
    new Set(wanted).size === wanted.length &&
    wanted.every((name) => Object.hasOwn(report.columns, name));
  if (!isUsable) problem('columns', 'field.is_in');
  if (problems.length) throw new DomainError('request.invalid', 422, {}, problems);
  // Rows that count in no total say so, whichever columns were chosen.
  const mark = report.totalsUnless;
  const shown = mark === undefined || wanted.includes(mark) ? wanted : [...wanted, mark];
  return {
    report,
    filters,
    scope: scopeOf(report, filters, reader),
    sort: sort ?? report.orderBy[0],
    columns: shown.flatMap((name) =>
      report.columns[name] ? [[name, report.columns[name]] as const] : [],
    ),
  };
}

function scopeOf(
  report: Report,
  filters: ReportRequest['filters'],
  reader: ReportScope,
): ReportScope {
  const entry = Object.entries(report.filters).find(([, filter]) => filter.type === 'stores');
  const wanted = entry ? (filters[entry[0]] as readonly number[] | null) : null;
  if (!wanted) return reader;
  const foreign = wanted.find((id) => !reader.storeIds.includes(id));
  if (foreign !== undefined) throw AccessError.storeForbidden({ storeId: foreign });
  return { ...reader, storeIds: wanted, chain: false };
}

function isSort(report: Report, sort: string): boolean {
  const name = bare(sort);
  return Object.hasOwn(report.columns, name) && (report.columns[name]?.sortable ?? false);
}

export function rowsOf({ report, filters, scope, sort }: ReportRequest): SqlText {
  const order = report.list ? listOrder(report.list, sort) : reportOrder(report, sort);
  return sql`SELECT * FROM (${report.query(filters, scope)}) r ORDER BY ${joined(order, ', ')}`;
}

function reportOrder({ orderBy }: Report, sort: string): SqlText[] {
  const names = [sort, ...orderBy.filter((name) => bare(name) !== bare(sort))];
  return [...names.map((name) => directed(bare(name), isDown(name))), directed('id', isDown(sort))];
}

/** As the pages of the list are. */
function listOrder({ sorts, tie = 'id' }: ListOrder, sort: string): SqlText[] {
  const names = [...new Set([bare(sort), tie, 'id'])];
  return names.map((name) => ordered(columnName(name), isDown(sort), sorts[name]?.words));
}

export function totalsOf({ report, filters, scope }: ReportRequest): SqlText {
  const counts = report.totalsUnless
    ? sql` FILTER (WHERE NOT ${columnName(report.totalsUnless)})`
    : sql``;
  const sums = totalNames(report).map(
    (name) => sql`, coalesce(sum(${columnName(name)})${counts}, 0)::bigint AS ${columnName(name)}`,
  );
  return sql`SELECT count(*) AS rows${joined(sums, '')} FROM (${report.query(filters, scope)}) r`;
}

export function totalNames(report: Report): string[] {
  return Object.entries(report.columns)
    .filter(([, column]) => column.total === 'sum')
    .map(([name]) => name);
}

const directed = (name: string, down: boolean) =>
  sql`${ordered(columnName(name), down)} NULLS LAST`;
