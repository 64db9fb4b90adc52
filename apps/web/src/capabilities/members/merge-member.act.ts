import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'merge-member',
  order: 90,
  label: 'memberRecord.mergeAct',
  permission: 'member.merge',
  needsTill: false,
  dialog: () => import('./MergeDialog.vue'),
};
