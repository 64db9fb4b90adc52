import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'issue-card',
  group: 'card',
  order: 10,
  letter: 'B',
  label: 'cardAct.issue',
  typed: ['ban ka', 'fa ka', 'kai ka', 'new card'],
  permission: 'card.issue',
  needsTill: true,
  dialog: () => import('./IssueCardDialog.vue'),
});
