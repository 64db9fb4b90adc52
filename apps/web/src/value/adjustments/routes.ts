import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'adjustments',
    name: 'adjustments',
    component: () => import('./AdjustmentListPage.vue'),
    meta: { permission: 'wallet.read', title: 'adjust.title' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 3,
    route: 'adjustments',
    label: 'adjust.title',
    permission: 'wallet.read',
  },
];
