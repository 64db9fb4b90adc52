import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'top-up-rules',
    name: 'top-up-rules',
    component: () => import('./TopUpRuleListPage.vue'),
    meta: { permission: 'top_up_rule.read', title: 'topUpRules.title' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 4,
    route: 'top-up-rules',
    label: 'topUpRules.title',
    permission: 'top_up_rule.read',
  },
];
