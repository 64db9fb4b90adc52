import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'sales',
    name: 'sales',
    component: () => import('./SaleListPage.vue'),
    meta: { permission: 'sale.read', title: 'sales.title' },
  },
  {
    path: 'sales/:id(\\d+)',
    name: 'sale',
    component: () => import('./SalePage.vue'),
    props: ({ params }) => ({ id: Number(params.id) }),
    meta: { permission: 'sale.read', title: 'sales.one', nav: 'sales' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 1,
    route: 'sales',
    label: 'sales.title',
    permission: 'sale.read',
  },
];
