import { memberPart } from '#kernel';

export const ADJUSTMENTS_OF_MEMBERS = memberPart('adjustments', {
  columns: {
    'adjustment.member_id': 'stays',
    'adjustment.wallet_id': 'stays',
  },
});
