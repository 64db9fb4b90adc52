import { defineDocument } from '#membership/documents';
import { MERGE_CHECKS } from './merge.checks.js';
import { mergedNotice } from './merging.notices.js';

/** Two records become one. */
export const mergeDocument = defineDocument({
  kind: 'merge',
  tables: ['member_merge'],
  // Value goes on to the survivor.
  entries: [{ kind: 'merge', wallet: 'other' }],
  checks: MERGE_CHECKS,
  timeline: 'it moves nothing that a member sees: the record that is left has the lines of both',
  notices: [mergedNotice],
});
