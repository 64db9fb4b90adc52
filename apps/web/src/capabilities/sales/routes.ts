import { Tickets } from '@element-plus/icons-vue';
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
    group: 'business',
    order: 30,
    route: 'sales',
    label: 'sales.title',
    icon: Tickets,
    permission: 'sale.read',
  },
];
