import { memberPart } from '#kernel';

export const TOP_UPS_OF_MEMBERS = memberPart('wallets', {
  columns: {
    'top_up.member_id': 'stays',
    'top_up.wallet_id': 'stays',
    'top_up_reversal.member_id': 'stays',
    'top_up_reversal.wallet_id': 'stays',
    'wallet_statement.member_id': 'stays',
    'wallet_statement.wallet_id': 'stays',
  },
});
