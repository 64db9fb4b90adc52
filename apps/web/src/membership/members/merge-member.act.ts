import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'merge-member',
  group: 'end',
  order: 12,
  letter: '8',
  label: 'memberRecord.mergeAct',
  typed: ['he bing hui yuan', 'chong fu', 'duplicate'],
  permission: 'member.merge',
  needsTill: false,
  dialog: () => import('./MergeDialog.vue'),
});
