import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'reverse-top-up',
  order: 26,
  label: 'topUps.reverse.act',
  permission: 'wallet.reverse_top_up',
  needsTill: true,
  dialog: () => import('./ReverseTopUpDialog.vue'),
};
