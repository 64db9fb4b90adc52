import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'withdraw',
  group: 'value',
  order: 10,
  letter: 'Q',
  label: 'payout.acts.withdraw',
  typed: ['qu kuan', 'ti xian', 'cash out'],
  permission: 'wallet.withdraw',
  needsTill: true,
  reason: ({ wallet }) => (wallet.principalCents > 0 ? undefined : 'payout.nothingStored'),
  dialog: () => import('./WithdrawDialog.vue'),
});
