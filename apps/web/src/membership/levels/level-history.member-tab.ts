import type { MemberTab } from '../../member-acts/member-act.js';

export const tab: MemberTab = {
  id: 'levels',
  order: 70,
  label: 'levelChange.tab',
  permission: 'member.read',
  component: () => import('./LevelHistoryTab.vue'),
};
