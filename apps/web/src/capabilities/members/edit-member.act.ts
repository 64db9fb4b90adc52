import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'edit-member',
  order: 52,
  label: 'members.edit',
  permission: 'member.edit',
  needsTill: false,
  dialog: () => import('./EditMemberDialog.vue'),
};
