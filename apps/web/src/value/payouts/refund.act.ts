import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'refund',
  group: 'value',
  order: 12,
  letter: 'R',
  label: 'payout.acts.refund',
  typed: ['tui kuan', 'tui chu zhi', 'pay back'],
  permission: 'wallet.refund',
  needsTill: true,
  reason: ({ wallet }) =>
    wallet.principalCents + wallet.bonusCents + wallet.heldBonusCents > 0
      ? undefined
      : 'payout.nothingStored',
  dialog: () => import('./RefundDialog.vue'),
});
