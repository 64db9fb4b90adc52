import { defineDocument } from '#membership/documents';
import { ADJUSTMENT_CHECKS } from './adjustment.checks.js';
import { ADJUSTMENT_TIMELINE } from './adjustment.timeline.js';
import { adjustmentNotice } from './adjustment.notices.js';

/** 余额调整: value or points by hand. It is corrected by another one. */
export const adjustmentDocument = defineDocument({
  kind: 'adjustment',
  tables: ['adjustment'],
  // Given or taken by hand.
  entries: [{ kind: 'value_adjustment', wallet: 'other' }],
  checks: ADJUSTMENT_CHECKS,
  timeline: ADJUSTMENT_TIMELINE,
  notices: [adjustmentNotice],
});
