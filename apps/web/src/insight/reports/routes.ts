import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'reports',
    name: 'reports',
    component: () => import('./ReportIndexPage.vue'),
    meta: { permission: 'report.consumption_detail', title: 'reports.title' },
  },
  {
    path: 'reports/:reportId([a-z-]+)',
    name: 'report',
    component: () => import('./ReportView.vue'),
    props: true,
    meta: { title: 'reports.title', nav: 'reports' },
  },
  {
    path: 'exports',
    name: 'exports',
    component: () => import('./ExportListPage.vue'),
    meta: { permission: 'report.export', title: 'reports.exports' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 1,
    route: 'reports',
    label: 'reports.title',
    permission: 'report.consumption_detail',
  },
  {
    tabOf: 'reports',
    order: 2,
    route: 'exports',
    label: 'reports.exports',
    permission: 'report.export',
  },
];
