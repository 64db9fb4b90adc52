import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'staff',
    name: 'staff',
    component: () => import('./StaffPage.vue'),
    meta: { permission: 'staff.read', title: 'identity.title' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 2,
    route: 'staff',
    label: 'identity.title',
    permission: 'staff.read',
  },
];
