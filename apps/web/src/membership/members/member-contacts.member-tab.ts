import type { MemberTab } from '../../member-acts/member-act.js';

export const tab: MemberTab = {
  id: 'contacts',
  order: 40,
  label: 'memberRecord.contacts',
  permission: 'member.read',
  component: () => import('./MemberContactsTab.vue'),
};
