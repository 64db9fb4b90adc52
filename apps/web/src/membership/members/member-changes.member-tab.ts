import type { MemberTab } from '../../member-acts/member-act.js';

export const tab: MemberTab = {
  id: 'changes',
  order: 90,
  label: 'memberRecord.changes',
  permission: 'member.read',
  component: () => import('./MemberChangesTab.vue'),
};
