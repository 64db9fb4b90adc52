import type { Sql } from '../database/sql.js';
import { type Page, pageOf, type PageQuery } from '../http/page.js';
import { registerReport } from './report-catalogue.js';
import type { ColumnSpec } from './columns.js';
import { defineReport, type ReportScope, type ReportSpec } from './define-report.js';
import type { FilterSpec, FilterValues } from './filters.js';
import { bare, isDown, ordered, type Sort, type Sorts } from './sorts.js';
import { columnName, joined, nothing, run, runOne, sql, type SqlText } from './sql-text.js';

/** Counted no further: nobody turns so many pages, and a million rows take their time. */
export const COUNTED = 10_000;
/** Sums are worth more time; of more than these there are none. */
export const SUMMED = 100_000;

type Filters = Record<string, FilterSpec<unknown>>;
type Columns = Record<string, ColumnSpec>;
/** Filters as a service gives them: what is missing narrows nothing. */
type Asked<F> = { readonly [K in keyof FilterValues<F>]?: FilterValues<F>[K] | undefined };

export interface ListSpec<F extends Filters, C extends Columns> extends Pick<
  ReportSpec<F, C>,
  'id' | 'group' | 'permission' | 'filters' | 'columns' | 'totalsUnless'
> {
  /** Where the office reads it, under /api/v1. */
  route: string;
  /** The table that is listed, with what its conditions need: sql`top_up t`. */
  from: SqlText;
  /** Its key: the `id` of the rows. */
  key: SqlText;
  /** By the column of the file that shows the same. */
  sorts: Sorts;
  /** So few rows that no index is kept for their order. */
  small?: true;
  /** How it comes: '-businessDate', or 'id' or '-id'. */
  order: string;
  /** Among rows that are the same by what was asked, before their id. */
  tie?: string;
  /** The sums in its foot, of what counts: by column where they stand under one. */
  sums?: Readonly<Record<string, SqlText>>;
  /** The condition that the filters mean. */
  matches(filters: Asked<F>, scope: ReportScope): SqlText;
  /** The rows whose ids a query gives, as the screen shows them. */
  rows(ids: SqlText, scope: ReportScope): SqlText;
  /** What a file needs beside: columns of its own, the time zone of each row's store. */
  inFile?(rows: SqlText): SqlText;
}

/** Of more rows than are worth summing there are no totals. */
export type ListPage<Row, Totals> = Page<Row> & { totals?: Totals };
/** The day matters to lists that show what has expired. */
type ListScope = Omit<ReportScope, 'today'> & { today?: string };
type Question = Pick<PageQuery, 'page' | 'pageSize'> & { sort?: string | undefined };

export interface List<F extends Filters> {
  readonly spec: Omit<ListSpec<Filters, Columns>, 'matches'>;
  /** A page of it, with how many there are and the sums of all of them. */
  page<Row, Totals = Record<string, number>>(
    on: Sql,
    filters: Asked<F>,
    scope: ListScope,
    question: Question,
  ): Promise<ListPage<Row, Totals>>;
  /** The keys of a page, in order. */
  keys(filters: Asked<F>, scope: ReportScope, question: Question): SqlText;
}

const lists: List<Filters>[] = [];
/** Every list of the office. */
export const LISTS: readonly List<Filters>[] = lists;

/** A list of the office, once: its page on the screen and its file have the same rows, columns, order and sums. */
export function defineList<const F extends Filters, const C extends Columns>(
  spec: ListSpec<F, C>,
): List<F> {
  const { sorts, columns, from, key } = spec;
  const sortable = Object.fromEntries(
    Object.entries(columns).map(([id, column]) => [
      id,
      { ...column, sortable: Object.hasOwn(sorts, id) },
    ]),
  );
  const unknown = Object.keys(sorts).find((id) => !Object.hasOwn(columns, id));
  if (unknown) throw new Error(`${spec.id} sorts by ${unknown}, which is no column of it`);
  const rows = spec.inFile ?? ((query: SqlText) => query);
  registerReport(
    defineReport({
      ...spec,
      columns: sortable,
      ofList: true,
      orderBy: [spec.order],
      list: { sorts, tie: spec.tie },
      query: (filters, scope) =>
        rows(
          spec.rows(
            sql`SELECT ${key} AS id FROM ${from} WHERE ${spec.matches(filters, scope)}`,
            scope,
          ),
        ),
    }),
  );
  const list: List<F> = {
    spec: spec as unknown as List<F>['spec'],
    keys: (filters, scope, question) => keysOf(spec, spec.matches(filters, scope), scope, question),
    async page<Row, Totals>(
      on: Sql,
      filters: Asked<F>,
      { today = '', ...stores }: ListScope,
      question: Question,
    ): Promise<ListPage<Row, Totals>> {
      const scope = { ...stores, today };
      const matches = spec.matches(filters, scope);
      const [{ total, ...totals }, keys] = await Promise.all([
        runOne<{ total: number }>(on, countOf(spec, matches)),
        run<{ id: number }>(on, keysOf(spec, matches, scope, question)),
      ]);
      const most = spec.sums ? SUMMED : COUNTED;
      const ids = keys.map(({ id }) => id);
      const found = await run<Row & { id: number }>(
        on,
        spec.rows(sql`SELECT unnest(${ids}::bigint[]) AS id`, scope),
      );
      const byId = new Map(found.map((row) => [row.id, row]));
      const { page, pageSize } = pageOf(question);
      return {
        rows: ids.flatMap((id) => byId.get(id) ?? []),
        total: Math.min(total, most),
        ...(total > most ? { atLeast: true } : spec.sums ? { totals: totals as Totals } : {}),
        page,
        pageSize,
      };
    },
  };
  lists.push(list as unknown as List<Filters>);
  return list;
}

function countOf(
  { from, sums = {} }: Pick<ListSpec<Filters, Columns>, 'from' | 'sums'>,
  matches: SqlText,
): SqlText {
  const names = Object.keys(sums);
  const most = names.length ? SUMMED : COUNTED;
  const values = names.map((name) => sql`, ${sums[name]} AS ${columnName(name)}`);
  const added = names.map(
    (name) => sql`, coalesce(sum(${columnName(name)}), 0)::bigint AS ${columnName(name)}`,
  );
  return sql`SELECT count(*) AS total${joined(added, '')}
    FROM (SELECT 1 AS one${joined(values, '')} FROM ${from} WHERE ${matches} LIMIT ${most + 1}) c`;
}

type Ordered = Pick<ListSpec<Filters, Columns>, 'from' | 'key' | 'sorts' | 'order' | 'tie'>;

function keysOf(spec: Ordered, matches: SqlText, scope: ReportScope, question: Question): SqlText {
  const { from, key, sorts } = spec;
  const { limit, offset } = pageOf(question);
  const asked = question.sort ?? spec.order;
  const down = isDown(asked);
  const sort: Sort | undefined = sorts[bare(asked)];
  const tie = spec.tie && spec.tie !== bare(asked) ? sorts[spec.tie] : undefined;
  const value = ({ by }: Sort) => (typeof by === 'function' ? by(scope) : by);
  const step = (one: Sort) => ordered(value(one), down, one.words);
  if (!sort?.names) {
    const order = [...(sort ? [step(sort)] : []), ...(tie ? [step(tie)] : []), ordered(key, down)];
    return sql`SELECT ${key} AS id FROM ${from} WHERE ${matches} ORDER BY ${joined(order, ', ')} LIMIT ${limit} OFFSET ${offset}`;
  }
  // Few names, each with many rows: the first rows of each name are read in the order of an index, no more.
  const tied = tie ? sql`, ${value(tie)} AS tie` : nothing;
  const within = [...(tie ? [step(tie)] : []), ordered(key, down)];
  const order = [
    ordered(sql`x.name`, down, true),
    ...(tie ? [ordered(sql`x.tie`, down, tie.words)] : []),
    ordered(sql`x.id`, down),
  ];
  const ofOne = (condition: SqlText, by: readonly SqlText[]) => sql`
    SELECT ${key} AS id${tied} FROM ${from} WHERE ${condition} AND ${matches} ORDER BY ${joined(by, ', ')} LIMIT ${offset + limit}`;
  // Sorted by what they have none of: so the planner sees that the same index serves them.
  const ofNone = sort.some
    ? sql`UNION ALL SELECT NULL, x.* FROM (${ofOne(sql`${value(sort)} IS NULL`, [ordered(value(sort), down), ...within])}) x`
    : nothing;
  return sql`
    SELECT x.id FROM (
      SELECT named.name, x.* FROM (${sort.names}) named CROSS JOIN LATERAL (${ofOne(sql`${value(sort)} = named.id`, within)}) x ${ofNone}) x
     ORDER BY ${joined(order, ', ')} LIMIT ${limit} OFFSET ${offset}`;
}
