import type { MemberTab } from '../../member-acts/member-act.js';

export const tab: MemberTab = {
  id: 'activity',
  order: 10,
  label: 'members.activity',
  permission: 'member.read',
  component: () => import('./MemberActivityTab.vue'),
};
