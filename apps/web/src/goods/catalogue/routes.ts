import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'products',
    name: 'products',
    component: () => import('./ProductListPage.vue'),
    meta: { permission: 'catalogue.read', title: 'catalogue.title' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 1,
    route: 'products',
    label: 'catalogue.title',
    permission: 'catalogue.read',
  },
];
