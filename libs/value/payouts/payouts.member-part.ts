import { memberPart } from '#kernel';

export const PAYOUTS_OF_MEMBERS = memberPart('payouts', {
  columns: {
    'payout.member_id': 'stays',
    'payout.to_member_id': 'stays',
    'payout.wallet_id': 'stays',
    'payout.to_wallet_id': 'stays',
  },
});
