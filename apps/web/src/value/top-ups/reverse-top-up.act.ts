import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'reverse-top-up',
  group: 'value',
  order: 15,
  letter: 'C',
  label: 'topUps.reverse.act',
  typed: ['che xiao chong zhi', 'chong zhi cuo le', 'undo top up'],
  permission: 'wallet.reverse_top_up',
  needsTill: true,
  dialog: () => import('./ReverseTopUpDialog.vue'),
});
