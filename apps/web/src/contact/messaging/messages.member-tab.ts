import type { MemberTab } from '../../member-acts/member-act.js';

export const tab: MemberTab = {
  id: 'messages',
  order: 60,
  label: 'messages.title',
  permission: 'message.read',
  component: () => import('./MemberMessagesTab.vue'),
};
