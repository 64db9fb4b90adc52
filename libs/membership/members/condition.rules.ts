import type { Condition } from '#chain/conditions/rules';
import type { FieldKind } from './member-field.rules.js';
import type { BirthdayCalendar } from './member.rules.js';

/** Conditions on members that have a shape of their own. */

export const BIRTHDAY_WINDOWS = ['next', 'this_month', 'next_month'] as const;
export interface BirthdayCondition extends Condition {
  window: (typeof BIRTHDAY_WINDOWS)[number];
  /** Of `next`: today and so many days after it. */
  days?: number;
  calendar?: BirthdayCalendar;
}
export const MAX_BIRTHDAY_DAYS = 62;

/** On a field that head office defined. */
export interface CustomCondition extends Condition {
  code: string;
  /** Part of a text, one of several choices, the other side of a flag. */
  text?: string;
  values?: string[];
  min?: number;
  max?: number;
  from?: string;
  to?: string;
  is?: boolean;
}

/** What a custom field must hold for a condition to make sense. */
export function kindAsked({ is, values, min, max, from, to }: CustomCondition): FieldKind {
  if (is !== undefined) return 'flag';
  if (values?.length) return 'choice';
  if (min !== undefined || max !== undefined) return 'number';
  return from !== undefined || to !== undefined ? 'date' : 'text';
}

/** Members picked one by one. */
export interface MembersCondition extends Condition {
  ids: number[];
}
export const MAX_PICKED = 500;
