import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'contact-member',
  group: 'record',
  order: 12,
  letter: 'N',
  label: 'memberRecord.contactAct',
  typed: ['ji lu lian xi', 'hui fang', 'call'],
  permission: 'member.edit',
  needsTill: false,
  dialog: () => import('./ContactDialog.vue'),
});
