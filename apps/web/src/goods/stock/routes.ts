import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'stock',
    name: 'stock',
    component: () => import('./StockListPage.vue'),
    meta: { permission: 'stock.read', title: 'stock.title' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 2,
    route: 'stock',
    label: 'stock.title',
    permission: 'stock.read',
  },
];
