import { isDate } from '../values/calendar.js';
import { sql, type SqlText } from './sql-text.js';

/** Its stores are in one country. */
export const CHAIN_TIMEZONE = 'Asia/Shanghai';

/** What came with the request: strings from a query, or JSON values from a body. */
export type RawFilters = Readonly<Record<string, unknown>>;

export interface FilterProblem {
  field: string;
  code: string;
}

type FilterType = 'period' | 'stores' | 'staff' | 'choice' | 'text' | 'ids' | 'flag';

/** What ids in a filter stand for; files say it by name. */
export type NamedTable =
  'store' | 'staff' | 'role' | 'level' | 'tag' | 'member' | 'top_up_rule' | 'category';

export interface FilterSpec<T> {
  type: FilterType;
  /** For ids: whose. */
  table?: NamedTable;
  /** The parameters it reads; none of them may belong to another filter. */
  params: readonly string[];
  /** The choices; a function where they are rows of a table. */
  options?: readonly string[] | (() => readonly string[]);
  fallback?: string;
  read(raw: RawFilters, problem: (field: string, code: string) => void): T;
}

export type FilterValues<F> = {
  readonly [K in keyof F]: F[K] extends FilterSpec<infer T> ? T : never;
};

export interface Period {
  from: string;
  to: string;
}

export interface OpenPeriod {
  from?: string | undefined;
  to?: string | undefined;
}

const isAbsent = (value: unknown) => value === undefined || value === null || value === '';

/** Both ends included, by business date. */
export const period = (): FilterSpec<Period> => ({
  type: 'period',
  params: ['from', 'to'],
  read(raw, problem) {
    const day = (field: 'from' | 'to') => {
      const value = raw[field];
      if (typeof value === 'string' && isDate(value)) return value;
      problem(field, isAbsent(value) ? 'field.required' : 'field.is_calendar_date');
      return '';
    };
    const value = { from: day('from'), to: day('to') };
    if (value.from && value.to && value.from > value.to) problem('to', 'field.before_from');
    return value;
  },
});

/** When a day of the chain begins, as a moment: for rows that have no business date. */
export const startOf = (day: string): SqlText =>
  sql`(${day}::date::timestamp AT TIME ZONE ${CHAIN_TIMEZONE})`;

const MAX_IDS = 500;

function idsOf(value: unknown): number[] | undefined {
  const items: unknown[] = (Array.isArray(value) ? value : [value]).flatMap((item: unknown) =>
    typeof item === 'string' ? item.split(',') : [item],
  );
  const ids = items.map((item) =>
    typeof item === 'string' && /^\d{1,15}$/.test(item) ? Number(item) : item,
  );
  const good = ids.every(
    (id): id is number => typeof id === 'number' && Number.isSafeInteger(id) && id > 0,
  );
  return good && ids.length <= MAX_IDS ? ids : undefined;
}

/**
 * Some of the stores the person may see; none named: all of those. The engine cuts them to that scope.
 * A list may have several names for it: the first that is given counts.
 */
export const stores = (
  params: readonly string[] = ['storeIds'],
): FilterSpec<readonly number[] | null> => ({
  type: 'stores',
  params,
  read(raw, problem) {
    const isNone = (value: unknown) => isAbsent(value) || (Array.isArray(value) && !value.length);
    const param = params.find((name) => !isNone(raw[name]));
    if (param === undefined) return null;
    const ids = idsOf(raw[param]);
    if (!ids) problem(param, 'field.is_int');
    return ids ?? null;
  },
});

/** Days from … to, either of them open. */
export const openPeriod = (): FilterSpec<OpenPeriod | null> => ({
  type: 'period',
  params: ['from', 'to'],
  read(raw, problem) {
    const day = (field: 'from' | 'to') => {
      const value = raw[field];
      if (isAbsent(value)) return undefined;
      if (typeof value === 'string' && isDate(value)) return value;
      problem(field, 'field.is_calendar_date');
      return undefined;
    };
    const value = { from: day('from'), to: day('to') };
    if (value.from && value.to && value.from > value.to) problem('to', 'field.before_from');
    return value.from || value.to ? value : null;
  },
});

/** Some of the rows of `table`, by id; none named: any. */
export const ids = (param: string, table: NamedTable): FilterSpec<readonly number[] | null> => ({
  type: 'ids',
  params: [param],
  table,
  read(raw, problem) {
    if (isAbsent(raw[param])) return null;
    const wanted = idsOf(raw[param]);
    if (!wanted) problem(param, 'field.is_int');
    return wanted?.length ? wanted : null;
  },
});

/** Only those, only the others, or all. */
export const flagged = (param: string): FilterSpec<boolean | null> => ({
  type: 'flag',
  params: [param],
  read(raw, problem) {
    const value = raw[param];
    if (isAbsent(value)) return null;
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    problem(param, 'field.is_boolean');
    return null;
  },
});

/** One row of something that files don't name. */
export const wholeNumber = (param: string): FilterSpec<number | null> => ({
  type: 'ids',
  params: [param],
  read(raw, problem) {
    const [id, ...more] = isAbsent(raw[param]) ? [] : (idsOf(raw[param]) ?? [0]);
    if (id === 0 || more.length) problem(param, 'field.is_int');
    return id ?? null;
  },
});

/** One person of the staff. */
export const staffMember = (): FilterSpec<number | null> => ({
  type: 'staff',
  params: ['staffId'],
  read(raw, problem) {
    if (isAbsent(raw['staffId'])) return null;
    const ids = idsOf(raw['staffId']);
    if (ids?.length === 1) return ids[0] ?? null;
    problem('staffId', 'field.is_int');
    return null;
  },
});

export function oneOf<const T extends string>(
  param: string,
  options: readonly T[],
  settings: { fallback: T },
): FilterSpec<T>;
export function oneOf<const T extends string>(
  param: string,
  options: readonly T[],
): FilterSpec<T | null>;
export function oneOf<const T extends string>(
  param: string,
  options: readonly T[],
  settings: { fallback?: T } = {},
): FilterSpec<T | null> {
  const { fallback } = settings;
  return {
    type: 'choice',
    params: [param],
    options,
    ...(fallback === undefined ? {} : { fallback }),
    read(raw, problem) {
      const value = raw[param];
      if (isAbsent(value)) return fallback ?? null;
      if (options.includes(value as T)) return value as T;
      problem(param, 'field.is_in');
      return fallback ?? null;
    },
  };
}

/** Words to look for. */
export const words = (param: string): FilterSpec<string | null> => ({
  type: 'text',
  params: [param],
  read(raw, problem) {
    const value = raw[param];
    if (isAbsent(value)) return null;
    const clean = typeof value === 'string' ? value.trim() : '';
    if (
      typeof value !== 'string' ||
      clean.length > 60 ||
      /[\u0000-\u001F\uD800-\uDFFF]/u.test(clean)
    )
      problem(param, 'field.matches');
    return clean || null;
  },
});
