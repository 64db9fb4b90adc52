import { timelineRows } from '#membership/timeline';

export const CARD_TIMELINE = timelineRows('card_charge', {
  kind: "'card_charge'",
  group: 'value',
  from: 'card_charge d',
  of: 'd.member_id = $1',
  newest: 'd.id DESC',
  amount: 'd.deposit_cents + d.fee_cents',
});
