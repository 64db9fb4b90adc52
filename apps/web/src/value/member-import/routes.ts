import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'imports',
    name: 'imports',
    component: () => import('./ImportListPage.vue'),
    meta: { permission: 'import.members', title: 'imports.title' },
  },
  {
    path: 'imports/new',
    name: 'import-new',
    component: () => import('./ImportPage.vue'),
    props: { id: null },
    meta: { permission: 'import.members', title: 'imports.newOne', nav: 'imports' },
  },
  {
    path: 'imports/:id(\\d+)',
    name: 'import',
    component: () => import('./ImportPage.vue'),
    props: ({ params }) => ({ id: Number(params.id) }),
    meta: { permission: 'import.members', title: 'imports.one', nav: 'imports' },
  },
];

export const nav: NavEntry[] = [
  {
    area: 'membership',
    order: 9,
    route: 'imports',
    label: 'imports.title',
    permission: 'import.members',
  },
];
