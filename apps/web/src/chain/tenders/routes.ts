import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'tenders',
    name: 'tenders',
    component: () => import('./TenderListPage.vue'),
    meta: { permission: 'tender.manage', title: 'tenders.title' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 4,
    route: 'tenders',
    label: 'tenders.title',
    permission: 'tender.manage',
  },
];
