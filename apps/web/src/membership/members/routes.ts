import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'members',
    name: 'members',
    component: () => import('./MemberListPage.vue'),
    meta: { permission: 'member.read', title: 'members.title' },
  },
  {
    path: 'members/:id(\\d+)',
    name: 'member',
    component: () => import('./MemberPage.vue'),
    props: ({ params }) => ({ id: Number(params.id) }),
    meta: { permission: 'member.read', title: 'members.one', nav: 'members' },
  },
  {
    path: 'member-setup',
    name: 'member-setup',
    component: () => import('./MemberSetupPage.vue'),
    meta: { permission: 'member_setup.edit', title: 'memberSetup.title' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 1,
    route: 'members',
    label: 'members.title',
    permission: 'member.read',
  },
  {
    area: 'chain',
    tabOf: 'settings',
    order: 4,
    route: 'member-setup',
    label: 'memberSetup.title',
    permission: 'member_setup.edit',
  },
];
