import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'statement',
  order: 90,
  label: 'statements.act',
  permission: 'wallet.read',
  needsTill: false,
  dialog: () => import('./MakeStatementDialog.vue'),
};
