import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'change-level',
  order: 50,
  label: 'levelChange.act',
  permission: 'member.set_level',
  needsTill: false,
  dialog: () => import('./ChangeLevelDialog.vue'),
};
