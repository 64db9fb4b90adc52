import type { MemberTab } from '../../member-acts/member-act.js';

export const tab: MemberTab = {
  id: 'statements',
  order: 35,
  label: 'statements.tab',
  permission: 'wallet.read',
  component: () => import('./StatementsTab.vue'),
};
