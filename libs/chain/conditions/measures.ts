import type { Parameters } from './parameters.js';

/** What members did: rows `x` with `member_id`, `business_date` and `store_id`, as far as they still stand. */
export interface ActRows {
  from: string;
  /** Cents of a row. */
  amount: string;
  stands: string;
}

interface Bounds {
  min?: number | undefined;
  max?: number | undefined;
}

export const and = (...parts: string[]): string => parts.filter(Boolean).join(' AND ');

/** From … to, both included, as a condition on `column`; '' where nothing is asked. */
export function between(
  column: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
  params: Parameters,
): string {
  return and(
    from ? `${column} >= ${params.add(from, 'date')}` : '',
    to ? `${column} <= ${params.add(to, 'date')}` : '',
  );
}

/** Both included; '' where nothing is asked. */
export const inside = (measured: string, { min, max }: Bounds, params: Parameters): string =>
  and(
    min === undefined ? '' : `${measured} >= ${params.add(min, 'bigint')}`,
    max === undefined ? '' : `${measured} <= ${params.add(max, 'bigint')}`,
  );

/**
 * Members whose measure lies in a range. Who has no row has 0: where 0 lies in the range, it is said the other way
 * round, so that they are counted without looking at each of them.
 */
export function measuredBetween(
  grouped: string,
  measured: string,
  bounds: Bounds,
  params: Parameters,
): string {
  const zeroFits = (bounds.min ?? 0) <= 0 && (bounds.max ?? 0) >= 0;
  const fits = inside(measured, bounds, params);
  return zeroFits
    ? `m.id NOT IN (${grouped} HAVING NOT (${fits}))`
    : `m.id IN (${grouped} HAVING ${fits})`;
}
