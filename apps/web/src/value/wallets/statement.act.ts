import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'statement',
  group: 'value',
  order: 14,
  letter: 'S',
  label: 'statements.act',
  typed: ['da yin dui zhang dan', 'liu shui', 'account'],
  permission: 'wallet.read',
  needsTill: false,
  dialog: () => import('./MakeStatementDialog.vue'),
});
