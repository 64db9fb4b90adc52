import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'erase-member',
  order: 99,
  label: 'memberRecord.eraseAct',
  permission: 'member.erase',
  needsTill: false,
  dialog: () => import('./EraseDialog.vue'),
};
