import type { MemberTab } from '../../member-acts/member-act.js';

export const tab: MemberTab = {
  id: 'lots',
  order: 20,
  label: 'members.lots',
  permission: 'wallet.read',
  component: () => import('./MemberLotsTab.vue'),
};
