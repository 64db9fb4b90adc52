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
    order: 5,
    route: 'audit',
    label: 'audit.title',
    permission: 'audit.read',
  },
];
