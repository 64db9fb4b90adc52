import { timelineRows } from '#membership/timeline';

export const IMPORT_TIMELINE = timelineRows('import', {
  kind: "'import_opening'",
  group: 'value',
  from: 'import_row d',
  of: 'd.member_id = $1',
  newest: 'd.id DESC',
  receiptNo: "'IMP-' || d.import_id || '-' || d.line_no",
  principal: 'd.principal_cents',
  bonus: 'd.bonus_cents',
  points: 'd.points',
  amount: 'd.principal_cents',
});
