import { EditPen } from '@element-plus/icons-vue';
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
    group: 'business',
    order: 35,
    route: 'adjustments',
    label: 'adjust.title',
    icon: EditPen,
    permission: 'wallet.read',
  },
];
