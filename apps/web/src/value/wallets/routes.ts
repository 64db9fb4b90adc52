import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: 'statements/:code',
    name: 'statement',
    component: () => import('./StatementPage.vue'),
    props: true,
    meta: { permission: 'wallet.read', title: 'statements.title', nav: 'members' },
  },
];
