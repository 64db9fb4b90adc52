import {
  isGroup,
  type ActCondition,
  type Condition,
  type ConditionGroup,
} from '#chain/conditions/rules';
import type { CustomCondition } from '#membership/members/rules';
import type { ConditionOption, OwnField } from './segments.types.js';

/** What a condition of each shape asks for when it was just chosen. */
const BLANK: Readonly<Record<string, (asked: ConditionOption) => Record<string, unknown>>> = {
  flag: () => ({ is: true }),
  choice: () => ({ op: 'any', values: [] }),
  day: ({ never }) => ({ op: never ? 'over' : 'within', days: 90 }),
  act: () => ({ measure: 'sum', days: 90 }),
  birthday: () => ({ window: 'next', days: 7 }),
  expiry: () => ({ op: 'within', days: 30 }),
};

export const blankCondition = (asked: ConditionOption): Condition => ({
  field: asked.field,
  ...BLANK[asked.shape]?.(asked),
});

/** Custom fields are chosen as 'custom:<code>'. */
export const blankCustom = ({ code, kind }: OwnField): CustomCondition => ({
  field: 'custom',
  code,
  ...(kind === 'flag' ? { is: true } : {}),
});

const given = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Whether it can be asked as it stands: its parts say so, whatever it is about. */
export function isComplete(condition: Condition): boolean {
  const { op, window, measure, values, days, from, to, min, max } = condition as ActCondition;
  const bounded = given(min) || given(max);
  if (Array.isArray(values)) return values.length > 0;
  if (measure !== undefined) return bounded;
  if (op === 'between') return given(from) || given(to);
  if (op === 'within' || op === 'over' || window === 'next') return given(days);
  const keys = ['op', 'window', 'is', 'code', 'ids'];
  return bounded || keys.some((key) => condition[key] !== undefined);
}

/** The conditions that can be asked; those still being filled in are left out. */
export function completeOf(group: ConditionGroup): ConditionGroup {
  return {
    ...group,
    conditions: group.conditions
      .map((item) => (isGroup(item) ? completeOf(item) : item))
      .filter((item) => (isGroup(item) ? item.conditions.length > 0 : isComplete(item))),
  };
}

export function incompleteIn(group: ConditionGroup): number {
  return group.conditions.reduce(
    (sum, item) => sum + (isGroup(item) ? incompleteIn(item) : isComplete(item) ? 0 : 1),
    0,
  );
}

export const keyOf = (condition: Condition): string =>
  condition.field === 'custom' ? `custom:${(condition as CustomCondition).code}` : condition.field;
