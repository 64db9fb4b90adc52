import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'settings',
    name: 'settings',
    component: () => import('./SettingsPage.vue'),
    meta: { permission: 'settings.read', title: 'settings.title' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 3,
    route: 'settings',
    label: 'settings.title',
    permission: 'settings.read',
  },
];
