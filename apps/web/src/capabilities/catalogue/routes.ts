import { Goods } from '@element-plus/icons-vue';
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
    group: 'goods',
    order: 20,
    route: 'products',
    label: 'catalogue.title',
    icon: Goods,
    permission: 'catalogue.read',
  },
];
