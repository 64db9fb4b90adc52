import type { MemberTab } from '../../member-acts/member-act.js';

export const tab: MemberTab = {
  id: 'cards',
  order: 30,
  label: 'cards.title',
  permission: 'card.read',
  component: () => import('./MemberCardsTab.vue'),
};
