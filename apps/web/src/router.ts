import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { watch } from 'vue';
import {
  MENU_AREAS,
  type MenuArea,
  menuOf,
  type NavEntry,
  type PlacedEntry,
} from './office/nav.js';
import { loadOfficeMessages, locale, t, te } from './i18n/i18n.js';
import { useSession } from './session/session.store.js';

interface CapabilityFile {
  /** Pages below /office. */
  routes: RouteRecordRaw[];
  nav?: NavEntry[];
}
interface DeskFile {
  /** Top-level pages below /desk. */
  routes: RouteRecordRaw[];
}

const files = Object.entries(
  import.meta.glob<CapabilityFile>(
    './{chain,membership,goods,value,counter,contact,insight}/*/routes.ts',
    { eager: true },
  ),
);
const capabilities = files.map(([, file]) => file);
const desk = Object.values(import.meta.glob<DeskFile>('./desk/routes.ts', { eager: true }));

/** Every page of the office's menu; its folder says which area it belongs to. */
export const officeNav: readonly PlacedEntry[] = files.flatMap(([path, { nav = [] }]) =>
  nav.map((entry) => ({ ...entry, area: entry.area ?? areaOf(path) })),
);

export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    // The guard leads on from here and from /office: where to depends on who is signed in.
    { path: '/', name: 'home', component: () => import('./office/NotFoundPage.vue') },
    {
      path: '/sign-in',
      name: 'sign-in',
      component: () => import('./session/SignInPage.vue'),
      meta: { public: true, title: 'signIn.title' },
    },
    {
      // The address on a printed statement: for whoever holds the paper.
      path: '/statements/:code?',
      name: 'check-statement',
      component: () => import('./statements/CheckStatementPage.vue'),
      props: true,
      meta: { public: true, title: 'checkStatement.title' },
    },
    ...desk.flatMap(({ routes }) => routes),
    {
      path: '/office',
      component: () => import('./office/OfficeLayout.vue'),
      children: [
        { path: '', name: 'office', component: () => import('./office/NotFoundPage.vue') },
        ...capabilities.flatMap(({ routes }) => routes),
      ],
    },
    {
      path: '/:rest(.*)*',
      name: 'not-found',
      component: () => import('./office/NotFoundPage.vue'),
      meta: { public: true, title: 'app.notFound' },
    },
  ],
});

function areaOf(path: string): MenuArea {
  const area = MENU_AREAS.find((name) => path.startsWith(`./${name}/`));
  if (!area) throw new Error(`${path} stands in no area of the menu`);
  return area;
}

/** Cashiers start at the counter, everybody else in the office. */
export function homePath(): string {
  const session = useSession();
  return session.can('sale.create') && !session.can('overview.read') ? '/desk' : '/office';
}

function officeHome(): { name: string } {
  const session = useSession();
  const [first] = menuOf(officeNav, session.can);
  return { name: first?.lines[0]?.route ?? 'not-found' };
}

router.beforeEach(async (to) => {
  const session = useSession();
  if (!session.loaded) {
    try {
      await session.load();
    } catch {
      // The server does not answer: the sign-in page says so and tries again.
      if (to.name !== 'sign-in') return { name: 'sign-in', query: { next: to.fullPath } };
    }
  }
  if (to.path.startsWith('/office')) await loadOfficeMessages();
  if (to.meta.public) return true;
  if (!session.signedIn) return { name: 'sign-in', query: { next: to.fullPath } };
  if (to.name === 'home') return homePath();
  if (to.name === 'office') return officeHome();
  return true;
});

router.afterEach((to) => setTitle(to.meta.title));
watch(locale, () => setTitle(router.currentRoute.value.meta.title));

function setTitle(key: string | undefined): void {
  const name = t('app.name');
  document.title = key && te(key) ? `${t(key)} · ${name}` : name;
}
