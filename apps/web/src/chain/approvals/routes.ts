import type { RouteRecordRaw } from 'vue-router';
import WaitingBadge from '../../approvals/WaitingBadge.vue';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'approvals',
    name: 'approvals',
    component: () => import('./ApprovalsPage.vue'),
    meta: { permission: 'approval.decide', title: 'approvals.inbox' },
  },
];

export const nav: NavEntry[] = [
  {
    area: 'home',
    order: 2,
    route: 'approvals',
    label: 'approvals.inbox',
    permission: 'approval.decide',
    badge: WaitingBadge,
  },
];
