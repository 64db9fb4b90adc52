import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'stores',
    name: 'stores',
    component: () => import('./StoreListPage.vue'),
    meta: { permission: 'store.read', title: 'stores.title' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 1,
    route: 'stores',
    label: 'stores.title',
    permission: 'store.read',
  },
];
