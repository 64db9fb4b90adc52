import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'erase-member',
  group: 'end',
  order: 13,
  letter: '9',
  label: 'memberRecord.eraseAct',
  typed: ['zhu xiao hui yuan', 'shan chu', 'delete', 'forget'],
  permission: 'member.erase',
  needsTill: false,
  dialog: () => import('./EraseDialog.vue'),
});
