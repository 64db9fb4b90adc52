import type { RouteRecordRaw } from 'vue-router';
import { useSession } from '../session/session.store.js';

export const routes: RouteRecordRaw[] = [
  {
    path: '/desk',
    name: 'desk',
    component: () => import('./DeskPage.vue'),
    // Public for the router only: a session that ends in the middle of a sale is renewed over the desk, which
    // keeps what is on it. Whoever arrives without a session signs in first.
    meta: { public: true, title: 'app.desk' },
    beforeEnter: (to) =>
      useSession().signedIn ? true : { name: 'sign-in', query: { next: to.fullPath } },
  },
];
