import type { MemberTab } from '../../member-acts/member-act.js';

export const tab: MemberTab = {
  id: 'consents',
  order: 80,
  label: 'memberRecord.consentHistory',
  permission: 'member.read',
  component: () => import('./MemberConsentsTab.vue'),
};
