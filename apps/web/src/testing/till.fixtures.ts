import type { MemberDetail, SessionView } from '../api/types.js';
import { words } from '../i18n/words.fixtures.js';
import { enterWindow } from './kept-window.js';

/** What was sent to the server. */
export interface Sent {
  method: string;
  path: string;
  body: Record<string, unknown> | undefined;
}
/** Answers by 'METHOD /path' without the query; a number is the status of a refusal, as [422, {…}]. */
export type Answers = Record<string, object | readonly [status: number, problem: object]>;

const RIGHTS = [
  ...['sale.create', 'sale.read', 'sale.void', 'sale.return', 'sale.quick', 'catalogue.read'],
  ...['member.read', 'member.register', 'card.issue', 'wallet.top_up', 'wallet.withdraw'],
  ...['wallet.read', 'points.read', 'member.reset_pin'],
];
const tender = (code: string, tillKey: string, more: object = {}) => ({
  ...{ code, nameZh: code, nameEn: code, place: 'till', asksReference: false },
  ...{ refundable: true, tillKey, taken: true, ...more },
});

export const SESSION = {
  ...{ seat: 'seat', allStores: false, tillTaken: null, businessDate: '2026-11-22' },
  ...{ expiresAt: '2099-01-01T00:00:00Z', locked: false, demo: false },
  staff: { id: 5, name: 'Lin Xiao', login: 'cashier', homeStoreId: 2 },
  roles: [],
  permissions: RIGHTS,
  stores: [{ id: 2, name: 'Renmin Road', timezone: 'Asia/Shanghai', tills: [] }],
  till: { id: 1, name: 'Till 1', storeId: 2, storeCode: 'RM', storeName: 'Renmin Road' },
  settings: {
    ...{ idleMinutes: 30, pinLimitCents: 200_00, spendOrder: 'proportional' },
    ...{ receiptPrint: 'never', receiptFooter: '', rounding: 'none', quickDiscountable: true },
    ...{ bonusEarnsPoints: false, pointsPay: false, pointsPerYuan: 100, pointsStep: 100 },
    ...{ pointsMaxPercent: 50, allowNegativeStock: false },
    ...{ cardDepositCents: 0, cardFeeCents: 0, cardReplaceFeeCents: 0 },
  },
  tenders: [
    tender('wechat', '2'),
    tender('cash', '3'),
    tender('card', '4', { asksReference: true }),
  ],
} as unknown as SessionView;

/** Gold, 10 % off, one point per yuan; 1,072.00 of principal and 214.50 of bonus, as in golden G05. */
export const MEMBER = {
  ...{ id: 7, name: 'Zhou Ruotong', nickname: null, gender: 'female', phoneMasked: '138****2046' },
  ...{ kind: 'person', photo: null, birthday: null, birthdayToday: false, joinedOn: '2026-01-01' },
  level: { id: 3, name: 'Gold', payRateBps: 9_000, pointsPerYuanBps: 10_000 },
  homeStore: { id: 2, name: 'Renmin Road' },
  ...{ note: null, preferences: null, custom: {}, tags: [], referrer: null, referredCount: 0 },
  ...{ consents: [], registered: true, levelPinned: false, duplicates: [], mergedIds: [] },
  ...{ hasPin: true, staffName: null, smsService: true, smsMarketing: true, version: 1 },
  cards: [
    {
      ...{ id: 9, cardNo: '6800102744139208', status: 'active', storeName: 'Renmin Road' },
      ...{ issuedOn: '2026-01-01', expiresOn: null, expired: false, payer: null },
    },
  ],
  familyCards: [],
  walletId: 8,
  wallet: {
    ...{ walletId: 8, principalCents: 1_072_00, bonusCents: 214_50, spendableCents: 1_286_50 },
    ...{ heldBonusCents: 0, nextRelease: null, principalDebtCents: 0, bonusDebtCents: 0 },
    ...{ points: 3_420, pointsHeld: 0, pointsDebt: 0, pointsExpiring: null },
  },
  withoutPinTodayCents: 0,
} as unknown as MemberDetail;

const USUAL: Answers = {
  'GET /session': SESSION,
  'GET /members/7': MEMBER,
  'GET /members/7/activity': [],
  'GET /desk/favourites': { source: 'sold', products: [] },
  'GET /categories': [],
  'GET /approvals/waiting': [],
  'GET /top-up-offers': [],
  'PUT /desk/open-sale': { memberId: 7 },
};

/**
 * A till in this process: the whole desk on the window of happy-dom, the server's answers written down. Keys go to what has
 * the focus, as a keyboard's do.
 */
export class Till {
  readonly sent: Sent[] = [];
  readonly notices: string[] = [];
  answers: Answers = {};
  private unmount = (): void => undefined;
  private readonly leaveWindow = enterWindow();
  private readonly own = { fetch: globalThis.fetch };

  /** At the desk, with nobody at it and nothing in the cart. */
  async open(draft?: object): Promise<void> {
    const globals = globalThis as Record<string, unknown>;
    globals.ElMessage = ({ message }: { message: string }) => this.notices.push(message);
    globals.fetch = (url: string, init: RequestInit) => this.answer(url, init);
    localStorage.setItem('shuke.locale', 'en');
    if (draft) localStorage.setItem('shuke.desk.draft.1', JSON.stringify(draft));
    const [vue, pinia, query, element, kit] = await Promise.all([
      import('vue'),
      import('pinia'),
      import('@tanstack/vue-query'),
      import('element-plus'),
      import('#web/web-kit'),
    ]);
    const { i18n } = await import('../i18n/i18n.js');
    const { errorMessage, fieldErrorMessage } = await import('../api/error-message.js');
    const { queryClient } = await import('../api/query-client.js');
    const { attempts, attemptsStandAt } = await import('../attempts/attempts.js');
    const { useSession } = await import('../session/session.store.js');
    const { notify } = await import('../notify.js');
    const { default: DeskScreen } = await import('../desk/DeskScreen.vue');
    i18n.global.setLocaleMessage('en', words.en as never);
    i18n.global.locale.value = 'en';
    queryClient.clear();
    // What is kept for five minutes after an answer would keep the worker alive as long.
    const { queries } = queryClient.getDefaultOptions();
    queryClient.setDefaultOptions({ queries: { ...queries, gcTime: Infinity } });
    const app = vue.createApp(DeskScreen, { till: SESSION.till });
    app.use(pinia.createPinia());
    app.use(i18n);
    app.use(query.VueQueryPlugin, { queryClient });
    app.use(element.default);
    app.component('RouterLink', { template: '<a />' });
    const session = useSession();
    kit.provideWebKit(app, {
      can: session.can,
      ...{ errorMessage, fieldErrorMessage, attempts, notify },
    });
    await session.load();
    attemptsStandAt(() => ({ tillId: 1, staffId: 5 }));
    app.mount(document.body.appendChild(document.createElement('div')));
    this.unmount = () => {
      app.unmount();
      queryClient.clear();
    };
    await this.settled();
  }

  close(): void {
    this.unmount();
    document.body.replaceChildren();
    globalThis.fetch = this.own.fetch;
    this.leaveWindow();
  }

  /** A draft as a till keeps it. */
  static draft(lines: object[], more: object = {}): object {
    const cart = { lines, selected: lines.length - 1 };
    const saleKey = '7f000001-0000-4000-8000-000000000001';
    return { version: 3, cart, memberId: null, cardNo: null, tenders: [], saleKey, ...more };
  }

  /** One of a product, discounted by levels. */
  static product(productId: number, name: string, unitPriceCents: number): object {
    return {
      ...{ kind: 'product', key: `product ${productId}`, productId, name, sku: `S${productId}` },
      ...{ barcode: null, productKind: 'service', categoryName: '', onHandMilli: null, unit: '' },
      ...{ weighed: false, qtyMilli: 1_000, unitPriceCents, discountable: true },
      pointsFactorBps: 10_000,
    };
  }

  /** Presses a key on what has the focus. */
  async press(chord: string): Promise<void> {
    const code = chord.replace('Alt+', '');
    const key = code.replace(/^(Key|Digit)/, '').toLowerCase();
    const target = document.activeElement ?? document.body;
    const named = /^(F\d+|Enter|Escape|Tab|Arrow\w+|Delete)$/.test(code) ? code : key;
    const init = { code, key: named, altKey: chord.startsWith('Alt+'), bubbles: true };
    const event = new KeyboardEvent('keydown', { ...init, cancelable: true });
    target.dispatchEvent(event);
    // What a browser does where nobody said otherwise.
    const form = (target as HTMLInputElement).form;
    if (code === 'Enter' && !event.defaultPrevented) {
      if (target instanceof HTMLButtonElement) target.click();
      else if (form) form.requestSubmit();
    }
    await this.settled();
  }

  /** Types over what the focused field holds. */
  async type(text: string): Promise<void> {
    const field = document.activeElement as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await this.settled();
  }

  /** The text of the part that a selector finds, its spaces made one. */
  text(selector: string): string {
    return [...document.querySelectorAll(selector)]
      .map((element) => element.textContent)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  }

  has(selector: string): boolean {
    return document.querySelector(selector) !== null;
  }

  /** Waits until the screen says so: it asks the server, and moves into its place. */
  async until(what: () => boolean, named = String(what)): Promise<void> {
    const end = performance.now() + 5_000;
    while (!what()) {
      if (performance.now() > end)
        throw new Error(
          `Never: ${named}\n${JSON.stringify(this.sent.slice(-6))} ${this.notices.join()}\n${document.body.textContent?.replace(/\s+/g, ' ')}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** What was sent by a command, the last first. */
  command(path: string): Record<string, unknown> | undefined {
    return this.sent.findLast((each) => each.method !== 'GET' && each.path === path)?.body;
  }

  private async settled(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  private answer(url: string, { method = 'GET', body }: RequestInit): Promise<Response> {
    const [path = ''] = url.replace('/api/v1', '').split('?');
    const sent = typeof body === 'string' ? (JSON.parse(body) as Sent['body']) : undefined;
    this.sent.push({ method, path, body: sent });
    const found = this.answers[`${method} ${path}`] ?? USUAL[`${method} ${path}`];
    const [status, answer] =
      Array.isArray(found) && typeof found[0] === 'number'
        ? (found as unknown as [number, object])
        : [200, found];
    if (answer === undefined) return Promise.resolve(new Response(null, { status: 204 }));
    const headers = { 'content-type': 'application/json' };
    return Promise.resolve(new Response(JSON.stringify(answer), { status, headers }));
  }
}
