import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'overview',
    name: 'overview',
    component: () => import('./OverviewPage.vue'),
    meta: { permission: 'overview.read', title: 'overview.title' },
  },
];

export const nav: NavEntry[] = [
  {
    area: 'home',
    order: 1,
    route: 'overview',
    label: 'overview.title',
    permission: 'overview.read',
  },
];
