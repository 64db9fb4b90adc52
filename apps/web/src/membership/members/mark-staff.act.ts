import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'mark-staff',
  group: 'record',
  order: 14,
  letter: '7',
  label: 'memberRecord.staffAct',
  typed: ['biao ji yuan gong', 'nei bu', 'employee'],
  permission: 'member.mark_staff',
  needsTill: false,
  dialog: () => import('./MarkStaffDialog.vue'),
});
