import { BIRTHDAY_CALENDARS, GENDERS } from '#membership/members/rules';

/** What a segment asks of members, as data. The screen builds it, the compiler makes SQL of it. */

export const SEGMENT_VISIBILITIES = ['private', 'shared'] as const;
export type SegmentVisibility = (typeof SEGMENT_VISIBILITIES)[number];

export const MATCHES = ['all', 'any'] as const;
export type Match = (typeof MATCHES)[number];

/** Whether something is there. */
export const FLAG_FIELDS = [
  'hasPhone',
  'hasBirthday',
  'hasCard',
  'hasReferrer',
  'registered',
  'smsMarketing',
  'phoneMarketing',
  'wechatMarketing',
  'emailMarketing',
  'smsService',
] as const;
export type FlagField = (typeof FLAG_FIELDS)[number];

/** One of several values. Ids for level, store and tag, words for the others. */
export const CHOICE_FIELDS = [
  'gender',
  'kind',
  'level',
  'homeStore',
  'region',
  'tag',
  'cardStatus',
  'referrer',
] as const;
export type ChoiceField = (typeof CHOICE_FIELDS)[number];
export const ID_FIELDS: readonly ChoiceField[] = ['level', 'homeStore', 'tag', 'referrer'];
export const CHOICE_OPS = ['any', 'none'] as const;

/** An amount between two bounds, both included; a bound that is left out is open. Money is in cents. */
export const RANGE_FIELDS = [
  'principalCents',
  'bonusCents',
  'walletCents',
  'debtCents',
  'points',
  'birthYear',
  'referred',
] as const;
export type RangeField = (typeof RANGE_FIELDS)[number];
export const MONEY_FIELDS: readonly string[] = [
  'principalCents',
  'bonusCents',
  'walletCents',
  'debtCents',
];

/** A day of the past, relative to the day the segment is asked for, or between two dates. */
export const DAY_FIELDS = ['joined', 'lastVisit', 'lastTopUp'] as const;
export type DayField = (typeof DAY_FIELDS)[number];
export const DAY_OPS = ['within', 'over', 'between', 'never'] as const;
export type DayOp = (typeof DAY_OPS)[number];

/** What a member did in a window. */
export const ACT_FIELDS = ['spend', 'topUps'] as const;
export type ActField = (typeof ACT_FIELDS)[number];
export const MEASURES = ['sum', 'count'] as const;
export type Measure = (typeof MEASURES)[number];

export const BIRTHDAY_WINDOWS = ['next', 'this_month', 'next_month'] as const;
export type BirthdayWindow = (typeof BIRTHDAY_WINDOWS)[number];
export const CARD_EXPIRY_OPS = ['within', 'expired', 'none'] as const;
/** What a field that head office defined holds. */
export type CustomKind = 'text' | 'number' | 'date' | 'choice' | 'flag';

export const GENDER_VALUES = GENDERS;
export const KIND_VALUES = ['person', 'company'] as const;
export const CARD_STATUS_VALUES = ['active', 'lost', 'replaced', 'closed'] as const;
export const CALENDAR_VALUES = BIRTHDAY_CALENDARS;

export interface FlagCondition {
  field: FlagField;
  is: boolean;
}
export interface ChoiceCondition {
  field: ChoiceField;
  op: (typeof CHOICE_OPS)[number];
  values: (string | number)[];
}
export interface RangeCondition {
  field: RangeField;
  min?: number;
  max?: number;
}
export interface DayCondition {
  field: DayField;
  op: DayOp;
  days?: number;
  from?: string;
  to?: string;
}
export interface ActCondition {
  field: ActField;
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
export interface BirthdayCondition {
  field: 'birthday';
  window: BirthdayWindow;
  /** Of `next`: today and so many days after it. */
  days?: number;
  calendar?: (typeof BIRTHDAY_CALENDARS)[number];
}
export interface CardExpiryCondition {
  field: 'cardExpiry';
  op: (typeof CARD_EXPIRY_OPS)[number];
  days?: number;
}
export interface CustomCondition {
  field: 'custom';
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
/** Members picked one by one. */
export interface MembersCondition {
  field: 'members';
  ids: number[];
}
export type Condition =
  | FlagCondition
  | ChoiceCondition
  | RangeCondition
  | DayCondition
  | ActCondition
  | BirthdayCondition
  | CardExpiryCondition
  | CustomCondition
  | MembersCondition;

/** A group inside a segment: `not` turns it around. */
export interface ConditionGroup {
  match: Match;
  not?: boolean;
  conditions: (Condition | ConditionGroup)[];
}
export type SegmentFilter = ConditionGroup;

export const MAX_CONDITIONS = 20;
export const MAX_DEPTH = 3;
export const MAX_VALUES = 100;
export const MAX_PICKED = 500;
/** Ten years. */
export const MAX_DAYS = 3650;
export const MAX_BIRTHDAY_DAYS = 62;

export const isGroup = (item: Condition | ConditionGroup): item is ConditionGroup =>
  'conditions' in item;

/** Every condition, whatever group it stands in. */
export function conditionsOf(group: ConditionGroup): Condition[] {
  return group.conditions.flatMap((item) => (isGroup(item) ? conditionsOf(item) : [item]));
}
