import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'top-ups',
    name: 'top-ups',
    component: () => import('./TopUpListPage.vue'),
    meta: { permission: 'wallet.read', title: 'topUps.title' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 1,
    route: 'top-ups',
    label: 'topUps.title',
    permission: 'wallet.read',
  },
];
