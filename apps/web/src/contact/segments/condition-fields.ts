import {
  ACT_FIELDS,
  CHOICE_FIELDS,
  DAY_FIELDS,
  FLAG_FIELDS,
  isGroup,
  RANGE_FIELDS,
  type ActCondition,
  type ChoiceCondition,
  type Condition,
  type ConditionGroup,
  type CustomCondition,
  type DayCondition,
  type FlagCondition,
  type RangeCondition,
} from '#contact/segments/rules';
import type { OwnField } from './segments.types.js';

/** What a shop asks for, in the order it thinks of it. Custom fields come as 'custom:<code>'. */
export const FIELD_GROUPS = {
  profile: [
    'level',
    'tag',
    'homeStore',
    'region',
    'gender',
    'birthday',
    'birthYear',
    'joined',
    'kind',
    'registered',
    'hasPhone',
    'hasBirthday',
    'hasReferrer',
    'referred',
  ],
  acts: ['lastVisit', 'spend', 'lastTopUp', 'topUps'],
  value: ['walletCents', 'principalCents', 'bonusCents', 'debtCents', 'points'],
  card: ['hasCard', 'cardStatus', 'cardExpiry'],
  consent: ['smsMarketing', 'smsService', 'phoneMarketing', 'wechatMarketing', 'emailMarketing'],
} as const;

type Shape =
  'flag' | 'choice' | 'range' | 'day' | 'act' | 'birthday' | 'expiry' | 'custom' | 'members';

const has = (names: readonly string[], name: string): boolean => names.includes(name);

export function shapeOf(field: string): Shape {
  if (has(FLAG_FIELDS, field)) return 'flag';
  if (has(CHOICE_FIELDS, field)) return 'choice';
  if (has(RANGE_FIELDS, field)) return 'range';
  if (has(DAY_FIELDS, field)) return 'day';
  if (has(ACT_FIELDS, field)) return 'act';
  if (field === 'birthday') return 'birthday';
  if (field === 'cardExpiry') return 'expiry';
  return field === 'members' ? 'members' : 'custom';
}

/** A condition as it stands when it was just chosen. */
export function blankCondition(field: string, own?: OwnField): Condition {
  switch (shapeOf(field)) {
    case 'flag':
      return { field, is: true } as FlagCondition;
    case 'choice':
      return { field, op: 'any', values: [] } as unknown as ChoiceCondition;
    case 'range':
      return { field } as RangeCondition;
    case 'day':
      return { field, op: field === 'joined' ? 'within' : 'over', days: 90 } as DayCondition;
    case 'act':
      return { field, measure: 'sum', days: 90 } as ActCondition;
    case 'birthday':
      return { field: 'birthday', window: 'next', days: 7 };
    case 'expiry':
      return { field: 'cardExpiry', op: 'within', days: 30 };
    case 'members':
      return { field: 'members', ids: [] };
    default:
      return {
        field: 'custom',
        code: own?.code ?? field.replace(/^custom:/, ''),
        ...(own?.kind === 'flag' ? { is: true } : {}),
      };
  }
}

const given = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Whether it can be asked as it stands. */
export function isComplete(condition: Condition): boolean {
  switch (shapeOf(condition.field)) {
    case 'choice':
      return (condition as ChoiceCondition).values.length > 0;
    case 'range':
      return given((condition as RangeCondition).min) || given((condition as RangeCondition).max);
    case 'day': {
      const { op, days, from, to } = condition as DayCondition;
      if (op === 'never') return true;
      return op === 'between' ? given(from) || given(to) : given(days);
    }
    case 'act':
      return given((condition as ActCondition).min) || given((condition as ActCondition).max);
    case 'birthday':
      return (
        (condition as { window: string }).window !== 'next' ||
        given((condition as { days?: number }).days)
      );
    case 'expiry':
      return (
        (condition as { op: string }).op !== 'within' ||
        given((condition as { days?: number }).days)
      );
    default:
      return true;
  }
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
