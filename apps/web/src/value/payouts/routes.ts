import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'payouts',
    name: 'payouts',
    component: () => import('./PayoutListPage.vue'),
    meta: { permission: 'wallet.read', title: 'payout.title' },
  },
  {
    path: 'payouts/:id(\\d+)',
    name: 'payout',
    component: () => import('./PayoutPage.vue'),
    props: ({ params }) => ({ id: Number(params.id) }),
    meta: { permission: 'wallet.read', title: 'payout.one', nav: 'payouts' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 2,
    route: 'payouts',
    label: 'payout.title',
    permission: 'wallet.read',
  },
];
