import { addDays } from '#kernel';
import type { ActCondition, ActField, DayCondition } from '../segment.rules.js';
import type { Parameters } from './parameters.js';

/** What members did, each source with the rows that still stand. Voided sales, reversed top-ups and what came back of a sale do not count. */
const ACTS: Readonly<Record<ActField, { from: string; amount: string; stands: string }>> = {
  spend: {
    from: 'sale x',
    amount: 'x.due_cents - x.returned_cents',
    stands: 'x.member_id IS NOT NULL AND x.voided_at IS NULL',
  },
  topUps: {
    from: 'top_up x',
    amount: 'x.principal_cents',
    stands: 'NOT EXISTS (SELECT FROM ledger.reversal r WHERE r.reversed_entry_id = x.entry_id)',
  },
};

/** From … to, both included, as a condition on `column`; '' where nothing is asked. */
function between(
  column: string,
  { from, to }: { from?: string; to?: string },
  params: Parameters,
): string {
  return [
    ...(from ? [`${column} >= ${params.add(from, 'date')}`] : []),
    ...(to ? [`${column} <= ${params.add(to, 'date')}`] : []),
  ].join(' AND ');
}

const and = (...parts: string[]): string => parts.filter(Boolean).join(' AND ');

/** The last `days` days, today being the first of them. */
const firstOf = (days: number, today: string): string => addDays(today, 1 - days);

export function spendPredicate(condition: ActCondition, today: string, params: Parameters): string {
  const { from, amount, stands } = ACTS[condition.field];
  const window = condition.days
    ? { from: firstOf(condition.days, today) }
    : { from: condition.from, to: condition.to };
  const rows = and(
    stands,
    between('x.business_date', window, params),
    condition.storeIds?.length
      ? `x.store_id = ANY (${params.add(condition.storeIds, 'bigint[]')})`
      : '',
  );
  const measured = condition.measure === 'count' ? 'count(*)' : `sum(${amount})`;
  return measuredBetween(
    `SELECT x.member_id FROM ${from} WHERE ${rows} GROUP BY x.member_id`,
    measured,
    condition,
    params,
  );
}

/**
 * Members whose measure lies in a range. Who has no row has 0: where 0 lies in the range, it is said the other way
 * round, so that they are counted without looking at each of them.
 */
export function measuredBetween(
  grouped: string,
  measured: string,
  { min, max }: { min?: number; max?: number },
  params: Parameters,
): string {
  const zeroFits = (min ?? 0) <= 0 && (max ?? 0) >= 0;
  const inside = [
    ...(min === undefined ? [] : [`${measured} >= ${params.add(min, 'bigint')}`]),
    ...(max === undefined ? [] : [`${measured} <= ${params.add(max, 'bigint')}`]),
  ].join(' AND ');
  return zeroFits
    ? `m.id NOT IN (${grouped} HAVING NOT (${inside}))`
    : `m.id IN (${grouped} HAVING ${inside})`;
}

export function dayPredicate(condition: DayCondition, today: string, params: Parameters): string {
  const { op, days = 0 } = condition;
  if (condition.field === 'joined') {
    if (op === 'over') return `m.joined_on < ${params.add(firstOf(days, today), 'date')}`;
    const window = op === 'within' ? { from: firstOf(days, today) } : condition;
    return between('m.joined_on', window, params);
  }
  const { from, stands } = ACTS[condition.field === 'lastVisit' ? 'spend' : 'topUps'];
  const did = (when: string) =>
    `m.id IN (SELECT x.member_id FROM ${from} WHERE ${and(stands, when)})`;
  if (op === 'never') return `NOT (${did('')})`;
  if (op === 'within')
    return did(between('x.business_date', { from: firstOf(days, today) }, params));
  if (op === 'over') {
    const since = firstOf(days, today);
    return `${did(`x.business_date < ${params.add(since, 'date')}`)} AND NOT (${did(
      `x.business_date >= ${params.add(since, 'date')}`,
    )})`;
  }
  // The last time lies in the window: there is one, and none after it.
  const inside = did(between('x.business_date', condition, params));
  return condition.to
    ? `${inside} AND NOT (${did(`x.business_date > ${params.add(condition.to, 'date')}`)})`
    : inside;
}
