import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'change-level',
  group: 'record',
  order: 11,
  letter: 'L',
  label: 'levelChange.act',
  typed: ['tiao zheng deng ji', 'sheng ji', 'jiang ji', 'upgrade'],
  permission: 'member.set_level',
  needsTill: false,
  dialog: () => import('./ChangeLevelDialog.vue'),
});
