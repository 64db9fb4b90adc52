import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'edit-member',
  group: 'record',
  order: 10,
  letter: 'I',
  label: 'members.edit',
  typed: ['bian ji zi liao', 'gai shou ji hao', 'sheng ri', 'details'],
  permission: 'member.edit',
  needsTill: false,
  dialog: () => import('./EditMemberDialog.vue'),
});
