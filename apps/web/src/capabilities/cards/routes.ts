import { CreditCard } from '@element-plus/icons-vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'cards',
    name: 'cards',
    component: () => import('./CardListPage.vue'),
    meta: { permission: 'card.read', title: 'cards.title' },
  },
];

export const nav: NavEntry[] = [
  {
    group: 'members',
    order: 11,
    route: 'cards',
    label: 'cards.title',
    icon: CreditCard,
    permission: 'card.read',
  },
];
