import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'books',
    name: 'books',
    component: () => import('./BooksPage.vue'),
    meta: { permission: 'books.verify', title: 'books.title' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 6,
    route: 'books',
    label: 'books.title',
    permission: 'books.verify',
  },
];
