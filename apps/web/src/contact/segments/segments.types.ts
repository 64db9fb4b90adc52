import type { SegmentFilter } from '#contact/segments/rules';
import type { SegmentView } from '#web/api-client';

/** The API's description leaves conditions open: a group may stand in a group. Their shape is that of the shared rules. */
export type SegmentRow = Omit<SegmentView, 'filter'> & { filter: SegmentFilter };

export type {
  SegmentCondition as ConditionOption,
  SegmentFieldOption as OwnField,
  SegmentMember,
  SegmentOption as Choice,
  SegmentOptions,
  SegmentPreview,
} from '#web/api-client';
