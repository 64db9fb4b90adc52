import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'mark-staff',
  order: 95,
  label: 'memberRecord.staffAct',
  permission: 'member.mark_staff',
  needsTill: false,
  dialog: () => import('./MarkStaffDialog.vue'),
};
