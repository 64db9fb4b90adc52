import { CollectionTag, User } from '@element-plus/icons-vue';
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
    group: 'members',
    order: 10,
    route: 'members',
    label: 'members.title',
    icon: User,
    permission: 'member.read',
  },
  {
    group: 'system',
    order: 43,
    route: 'member-setup',
    label: 'memberSetup.title',
    icon: CollectionTag,
    permission: 'member_setup.edit',
  },
];
