import { Clock } from '@element-plus/icons-vue';
import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'audit',
    name: 'audit',
    component: () => import('./AuditListPage.vue'),
    meta: { permission: 'audit.read', title: 'audit.title' },
  },
];

export const nav: NavEntry[] = [
  {
    group: 'system',
    order: 44,
    route: 'audit',
    label: 'audit.title',
    icon: Clock,
    permission: 'audit.read',
  },
];
