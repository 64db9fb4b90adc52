import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'issue-card',
  order: 10,
  label: 'cardAct.issue',
  permission: 'card.issue',
  needsTill: true,
  dialog: () => import('./IssueCardDialog.vue'),
};
