/** What is asked of members, as data. The screen builds it, the segment makes SQL of it. */

export const MATCHES = ['all', 'any'] as const;
export type Match = (typeof MATCHES)[number];

/** The parts beside `field` are those of its shape. */
export interface Condition {
  field: string;
  [part: string]: unknown;
}

/** A group inside a segment: `not` turns it around. */
export interface ConditionGroup {
  match: Match;
  not?: boolean;
  conditions: (Condition | ConditionGroup)[];
}

/** Whether something is there. */
export interface FlagCondition extends Condition {
  is: boolean;
}

export const CHOICE_OPS = ['any', 'none'] as const;
/** One of several values: ids or words. */
export interface ChoiceCondition extends Condition {
  op: (typeof CHOICE_OPS)[number];
  values: (string | number)[];
}

/** An amount between two bounds, both included; a bound that is left out is open. Money is in cents. */
export interface RangeCondition extends Condition {
  min?: number;
  max?: number;
}

export const DAY_OPS = ['within', 'over', 'between', 'never'] as const;
export type DayOp = (typeof DAY_OPS)[number];
/** A day of the past, relative to the day the segment is asked for, or between two dates. */
export interface DayCondition extends Condition {
  op: DayOp;
  days?: number;
  from?: string;
  to?: string;
}

export const MEASURES = ['sum', 'count'] as const;
export type Measure = (typeof MEASURES)[number];
/** What a member did in a window. */
export interface ActCondition extends Condition {
  measure: Measure;
  /** The last so many days; left out: between `from` and `to`, or ever. */
  days?: number;
  from?: string;
  to?: string;
  storeIds?: number[];
  /** Cents of a sum, a number of a count. */
  min?: number;
  max?: number;
}

export const EXPIRY_OPS = ['within', 'expired', 'none'] as const;
/** The last day of something. */
export interface ExpiryCondition extends Condition {
  op: (typeof EXPIRY_OPS)[number];
  days?: number;
}

export const MAX_VALUES = 100;
/** Ten years. */
export const MAX_DAYS = 3650;

export const isGroup = (item: Condition | ConditionGroup): item is ConditionGroup =>
  'conditions' in item;

/** Every condition, whatever group it stands in. */
export function conditionsOf(group: ConditionGroup): Condition[] {
  return group.conditions.flatMap((item) => (isGroup(item) ? conditionsOf(item) : [item]));
}
