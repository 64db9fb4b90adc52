import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'transfer',
  group: 'value',
  order: 11,
  letter: 'Z',
  label: 'payout.acts.transfer',
  typed: ['zhuan zhang', 'guo hu'],
  permission: 'wallet.transfer',
  needsTill: true,
  reason: ({ wallet }) => (wallet.principalCents > 0 ? undefined : 'payout.nothingStored'),
  dialog: () => import('./TransferDialog.vue'),
});
