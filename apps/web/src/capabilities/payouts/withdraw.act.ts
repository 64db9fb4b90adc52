import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'withdraw',
  order: 20,
  label: 'payout.acts.withdraw',
  permission: 'wallet.withdraw',
  needsTill: true,
  when: ({ wallet }) => wallet.principalCents > 0,
  dialog: () => import('./WithdrawDialog.vue'),
};
