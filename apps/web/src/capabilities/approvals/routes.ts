import { CircleCheck } from '@element-plus/icons-vue';
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
    group: 'business',
    order: 29,
    route: 'approvals',
    label: 'approvals.inbox',
    icon: CircleCheck,
    permission: 'approval.decide',
    badge: WaitingBadge,
  },
];
