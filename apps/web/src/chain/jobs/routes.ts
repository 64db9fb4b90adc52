import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'jobs',
    name: 'jobs',
    component: () => import('./JobListPage.vue'),
    meta: { permission: 'job.read', title: 'jobs.title' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 8,
    route: 'jobs',
    label: 'jobs.title',
    permission: 'job.read',
  },
];
