import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'levels',
    name: 'levels',
    component: () => import('./LevelListPage.vue'),
    meta: { permission: 'level.read', title: 'levels.title' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 5,
    route: 'levels',
    label: 'levels.title',
    permission: 'level.read',
  },
];
