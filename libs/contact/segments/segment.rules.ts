import type { ConditionGroup } from '#chain/conditions/rules';

/** What a segment asks of members, as data. Its conditions are declared by those who own what they ask. */
export {
  type Condition,
  type ConditionGroup,
  conditionsOf,
  isGroup,
  type Match,
} from '#chain/conditions/rules';
export type SegmentFilter = ConditionGroup;

export const SEGMENT_VISIBILITIES = ['private', 'shared'] as const;
export type SegmentVisibility = (typeof SEGMENT_VISIBILITIES)[number];

export const MAX_CONDITIONS = 20;
export const MAX_DEPTH = 3;
