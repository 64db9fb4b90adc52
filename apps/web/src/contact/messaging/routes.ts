import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'messages',
    name: 'messages',
    component: () => import('./MessageListPage.vue'),
    meta: { permission: 'message.read', title: 'messages.title' },
  },
  {
    path: 'message-templates',
    name: 'message-templates',
    component: () => import('./TemplateListPage.vue'),
    meta: { permission: 'message.read', title: 'messages.templates' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 3,
    route: 'messages',
    label: 'messages.title',
    permission: 'message.read',
  },
  {
    tabOf: 'messages',
    order: 4,
    route: 'message-templates',
    label: 'messages.templates',
    permission: 'message.read',
  },
];
