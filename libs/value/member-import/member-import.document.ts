import { defineDocument } from '#membership/documents';
import { IMPORT_CHECKS } from './member-import.checks.js';
import { IMPORT_TIMELINE } from './member-import.timeline.js';

/** 导入: what a member brought from a previous system. */
export const importDocument = defineDocument({
  kind: 'import_row',
  tables: ['import_row'],
  // What members brought from a previous system.
  entries: [{ kind: 'import_opening', wallet: 'other' }],
  checks: IMPORT_CHECKS,
  timeline: IMPORT_TIMELINE,
  notices: 'thousands at once, by head office: a campaign tells them where the chain wants it',
});
