import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'transfer',
  order: 21,
  label: 'payout.acts.transfer',
  permission: 'wallet.transfer',
  needsTill: true,
  when: ({ wallet }) => wallet.principalCents > 0,
  dialog: () => import('./TransferDialog.vue'),
};
