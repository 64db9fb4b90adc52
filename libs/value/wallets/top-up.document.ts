import { defineDocument } from '#membership/documents';
import { TOP_UP_CHECKS } from './top-up.checks.js';
import { TOP_UP_TIMELINE } from './top-up.timeline.js';
import { TOP_UP_NOTICES } from './top-up.notices.js';

/** 充值, and the slip that takes it back. */
export const topUpDocument = defineDocument({
  kind: 'top_up',
  tables: ['top_up', 'top_up_reversal'],
  // Value comes in, or did by mistake.
  entries: [
    { kind: 'top_up', wallet: 'other' },
    { kind: 'top_up_reversal', wallet: 'other' },
  ],
  checks: TOP_UP_CHECKS,
  timeline: TOP_UP_TIMELINE,
  notices: TOP_UP_NOTICES,
});
