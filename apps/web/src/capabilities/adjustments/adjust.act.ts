import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'adjust',
  order: 23,
  label: 'adjust.act',
  permission: 'wallet.adjust',
  needsTill: false,
  dialog: () => import('./AdjustDialog.vue'),
};
