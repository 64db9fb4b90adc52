import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'refund',
  order: 22,
  label: 'payout.acts.refund',
  permission: 'wallet.refund',
  needsTill: true,
  when: ({ wallet }) => wallet.principalCents + wallet.bonusCents + wallet.heldBonusCents > 0,
  dialog: () => import('./RefundDialog.vue'),
};
