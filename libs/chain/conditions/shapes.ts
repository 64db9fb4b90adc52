import { addDays } from '#kernel';
import type { ConditionShape, NamedThings } from './condition-kind.js';
import {
  type ActCondition,
  CHOICE_OPS,
  type ChoiceCondition,
  DAY_OPS,
  type DayCondition,
  EXPIRY_OPS,
  type ExpiryCondition,
  type FlagCondition,
  MAX_DAYS,
  MEASURES,
  type RangeCondition,
} from './condition.rules.js';
import { type ActRows, and, between, inside, measuredBetween } from './measures.js';

/** The last `days` days, today being the first of them. */
const firstOf = (days: number, today: string): string => addDays(today, 1 - days);

/** Whether something is there. `yes`: a predicate that is never null. */
export const flag = (yes: string): ConditionShape<FlagCondition> => ({
  shape: 'flag',
  parts: ['is'],
  examples: [{ is: true }, { is: false }],
  read: (reader) => ({ is: reader.flag('is') }),
  sql: ({ is }) => (is ? yes : `NOT (${yes})`),
});

/** One of several values. `sql` gets their place, an array. */
export function choice(
  among: NamedThings | { codes: readonly string[]; words: string },
  sql: (values: string) => string,
): ConditionShape<ChoiceCondition> {
  const things = 'codes' in among ? undefined : among;
  const codes = 'codes' in among ? among.codes : undefined;
  const type = things?.type ?? 'text[]';
  return {
    shape: 'choice',
    choices: among,
    parts: ['op', 'values'],
    examples: CHOICE_OPS.map((op) => ({
      op,
      values: type === 'bigint[]' ? [1] : (codes ?? ['…']),
    })),
    read: (reader) => ({
      op: reader.oneOf('op', CHOICE_OPS) ?? 'any',
      values: type === 'bigint[]' ? reader.ids('values') : reader.words('values', codes),
    }),
    sql({ op, values }, { params }) {
      const found = sql(params.add(values, type));
      return op === 'none' ? `NOT (${found})` : found;
    },
    names: ({ values }) => (things ? [{ things, values }] : []),
  };
}

/** A number of the member's record, or one measured over rows grouped by member; who has no row has 0. */
export const range = (
  unit: 'cents' | 'whole',
  of: { column: string } | { grouped: string; measured: string },
): ConditionShape<RangeCondition> => ({
  shape: 'range',
  unit,
  parts: ['min', 'max'],
  examples: [{ min: 1 }, { max: 100 }, { min: 0, max: 0 }],
  read: (reader) => reader.range(true),
  sql: (condition, { params }) =>
    'column' in of
      ? `(${and(`${of.column} IS NOT NULL`, inside(of.column, condition, params))})`
      : measuredBetween(of.grouped, of.measured, condition, params),
});

const readDay = (never: boolean): ConditionShape['read'] =>
  function read(reader) {
    const op = reader.oneOf('op', DAY_OPS) ?? 'within';
    if (op === 'never' && !never) reader.refuse('op', 'is_in');
    if (op === 'within' || op === 'over') return { op, days: reader.whole('days', 1, MAX_DAYS) };
    return op === 'between' ? { op, ...reader.dates(true) } : { op };
  };

const DAY_PARTS = ['op', 'days', 'from', 'to'];
const DAY_EXAMPLES = [
  { op: 'within', days: 30 },
  { op: 'over', days: 90 },
  { op: 'between', from: '2026-01-01', to: '2026-01-31' },
  { op: 'between', from: '2026-01-01' },
];

/** A day that every member has. */
export const dayOf = (column: string): ConditionShape<DayCondition> => ({
  shape: 'day',
  never: false,
  parts: DAY_PARTS,
  examples: DAY_EXAMPLES,
  read: readDay(false),
  sql(condition, { today, params }) {
    const { op, days = 0 } = condition;
    if (op === 'over') return `${column} < ${params.add(firstOf(days, today), 'date')}`;
    const window = op === 'within' ? { from: firstOf(days, today) } : condition;
    return between(column, window, params);
  },
});

/** The day on which a member last did something. */
export const lastDayOf = ({ from, stands }: ActRows): ConditionShape<DayCondition> => ({
  shape: 'day',
  never: true,
  parts: DAY_PARTS,
  examples: [...DAY_EXAMPLES, { op: 'never' }],
  read: readDay(true),
  sql(condition, { today, params }) {
    const { op, days = 0 } = condition;
    const did = (when: string) =>
      `m.id IN (SELECT x.member_id FROM ${from} WHERE ${and(stands, when)})`;
    const on = 'x.business_date';
    if (op === 'never') return `NOT (${did('')})`;
    const since = firstOf(days, today);
    if (op === 'within') return did(between(on, { from: since }, params));
    if (op === 'over') {
      const before = did(`${on} < ${params.add(since, 'date')}`);
      return `${before} AND NOT (${did(`${on} >= ${params.add(since, 'date')}`)})`;
    }
    // The last time lies in the window: there is one, and none after it.
    const within = did(between(on, condition, params));
    return condition.to
      ? `${within} AND NOT (${did(`${on} > ${params.add(condition.to, 'date')}`)})`
      : within;
  },
});

/** How much or how often a member did something in a window, at some stores or any. */
export const act = (
  { from, amount, stands }: ActRows,
  stores: NamedThings,
): ConditionShape<ActCondition> => ({
  shape: 'act',
  choices: stores,
  parts: ['measure', 'days', 'from', 'to', 'storeIds', 'min', 'max'],
  examples: [
    { measure: 'sum', days: 90, storeIds: [1], min: 500_00 },
    { measure: 'count', max: 0 },
    { measure: 'count', from: '2026-01-01', to: '2026-12-31', min: 1 },
  ],
  read: (reader) => ({
    measure: reader.oneOf('measure', MEASURES) ?? 'sum',
    ...(reader.has('days') ? { days: reader.whole('days', 1, MAX_DAYS) } : reader.dates(false)),
    ...(reader.has('storeIds') ? { storeIds: reader.ids('storeIds') } : {}),
    ...reader.range(true),
  }),
  sql(condition, { today, params }) {
    const { days, storeIds, measure } = condition;
    const { from: first, to } = condition;
    const window = days ? { from: firstOf(days, today) } : { from: first, to };
    const rows = and(
      stands,
      between('x.business_date', window, params),
      storeIds?.length ? `x.store_id = ANY (${params.add(storeIds, 'bigint[]')})` : '',
    );
    const measured = measure === 'count' ? 'count(*)' : `sum(${amount})`;
    const grouped = `SELECT x.member_id FROM ${from} WHERE ${rows} GROUP BY x.member_id`;
    return measuredBetween(grouped, measured, condition, params);
  },
  names: ({ storeIds }) => (storeIds ? [{ things: stores, values: storeIds }] : []),
});

/** The last day of something that members have. `rows`: `SELECT … WHERE …`, to which the day is added. */
export const expiry = (rows: string, column: string): ConditionShape<ExpiryCondition> => ({
  shape: 'expiry',
  parts: ['op', 'days'],
  examples: [{ op: 'within', days: 30 }, { op: 'expired' }, { op: 'none' }],
  read(reader) {
    const op = reader.oneOf('op', EXPIRY_OPS) ?? 'within';
    return op === 'within' ? { op, days: reader.whole('days', 0, MAX_DAYS) } : { op };
  },
  sql({ op, days = 0 }, { today, params }) {
    const when = {
      within: () => between(column, { from: today, to: addDays(today, days) }, params),
      expired: () => `${column} < ${params.add(today, 'date')}`,
      none: () => `${column} IS NULL`,
    }[op]();
    return `m.id IN (${rows} AND ${when})`;
  },
});
