import { timelineRows } from '#membership/timeline';

const AMOUNT_OF = (kind: string): string => `CASE d.kind WHEN '${kind}' THEN d.amount ELSE 0 END`;

export const ADJUSTMENT_TIMELINE = timelineRows('adjustment', {
  kind: "'adjustment'",
  group: 'value',
  from: 'adjustment d',
  of: 'd.member_id = $1',
  newest: 'd.id DESC',
  principal: AMOUNT_OF('principal'),
  bonus: AMOUNT_OF('bonus'),
  points: AMOUNT_OF('points'),
});
