import type { SessionSettings } from '#web/api-client';
import { ApiError, setDisplayZone } from '#web/web-kit';
import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { nameTenders } from '../i18n/i18n.js';
import { http, onSessionLoss, showsSeat } from '../api/http.js';
import { queryClient } from '../api/query-client.js';
import type { SessionView, StoreView } from '../api/types.js';
import { isSameOnScreen } from './seat.rules.js';
import { onSeatTold, tellSeat } from './told-seat.js';

const LOOK_MS = 5_000;

/** Who is signed in, what they may do, and at which till. */
export const useSession = defineStore('session', () => {
  const view = ref<SessionView | null>(null);
  const loaded = ref(false);
  /** True once the server said that a session that was there has run out. */
  const expired = ref(false);
  /** Who another tab of this browser signed in, or took to another till: this screen shows somebody who acts no more. */
  const overtakenBy = ref<SessionView | null>(null);

  const signedIn = computed(() => view.value !== null);
  const locked = computed(() => view.value?.locked ?? false);
  const staff = computed(() => view.value?.staff ?? null);
  const till = computed(() => view.value?.till ?? null);
  const businessDate = computed(() => view.value?.businessDate ?? null);
  const stores = computed<StoreView[]>(() => view.value?.stores ?? []);
  const tenders = computed(() => view.value?.tenders ?? []);
  const permissions = computed(() => new Set(view.value?.permissions ?? []));
  const demo = computed(() => view.value?.demo ?? false);

  /** Those of whoever was signed in last: a screen that is being left still reads them. */
  const settings = ref({} as SessionSettings);
  watch(
    () => view.value?.settings,
    (told) => {
      if (told) settings.value = told;
    },
    { flush: 'sync' },
  );

  // What this screen shows goes with its acts; other tabs hear of it.
  watch(
    () => view.value?.seat ?? null,
    (seat) => {
      showsSeat(seat);
      tellSeat(seat);
    },
    { flush: 'sync' },
  );

  // Instants are shown by the clock of the till's store, else of the person's own.
  watch(view, (now) => {
    const storeId = now?.till?.storeId ?? now?.staff.homeStoreId;
    setDisplayZone(now?.stores.find(({ id }) => id === storeId)?.timezone);
  });
  watch(tenders, nameTenders, { flush: 'sync' });

  const can = (permission: string): boolean => permissions.value.has(permission);

  /** Asks the server who this browser is. Never throws for "nobody". */
  async function load(): Promise<void> {
    try {
      view.value = await http.get('/session');
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      if (error.code !== 'session.locked') view.value = null;
    }
    loaded.value = true;
  }

  /** Errors: session.wrong_credentials, session.too_many_attempts {retryAfterSeconds}. */
  async function signIn(login: string, password: string): Promise<SessionView> {
    const answer = await http.post('/session', { login, password });
    queryClient.clear();
    view.value = answer;
    loaded.value = true;
    expired.value = false;
    return answer;
  }

  async function signOut(): Promise<void> {
    try {
      await http.delete('/session');
    } finally {
      view.value = null;
      queryClient.clear();
    }
  }

  /** Errors: session.till_taken {name, since}, unless it is taken over. */
  async function chooseTill(tillId: number, takeOver = false): Promise<void> {
    view.value = await http.put('/session/till', { tillId, takeOver });
    await queryClient.invalidateQueries();
  }

  async function lock(): Promise<void> {
    await http.put('/session/lock');
    markLocked();
  }

  /** Errors: session.wrong_password, session.too_many_attempts. */
  async function unlock(password: string): Promise<void> {
    view.value = await http.post('/session/unlock', { password });
  }

  async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
    await http.put('/session/password', { currentPassword, newPassword });
  }

  function markLocked(): void {
    if (view.value) view.value = { ...view.value, locked: true };
  }

  /** The session is another one than this screen shows: from here on it only says so. */
  async function lookAgain(): Promise<void> {
    if (!view.value || overtakenBy.value) return;
    try {
      const now = await http.get('/session');
      if (!view.value || now.seat === view.value.seat) return;
      const atDesk = window.location.pathname.startsWith('/desk');
      if (isSameOnScreen(view.value, now, atDesk)) view.value = now;
      else overtakenBy.value = now;
    } catch {
      // Nobody is signed in any more, or nobody can say: the next act is refused all the same.
    }
  }
  onSeatTold((seat) => {
    if (seat !== view.value?.seat) void lookAgain();
  });

  // Who sits at another computer can take this till over: nothing here would tell.
  window.setInterval(() => {
    if (view.value?.till && !document.hidden) void lookAgain();
  }, LOOK_MS);

  onSessionLoss((code) => {
    if (code === 'session.locked') return markLocked();
    if (code === 'session.changed') return void lookAgain();
    if (view.value) expired.value = true;
    view.value = null;
  });

  return {
    view,
    loaded,
    expired,
    overtakenBy,
    signedIn,
    locked,
    staff,
    till,
    businessDate,
    stores,
    settings,
    tenders,
    permissions,
    demo,
    can,
    load,
    signIn,
    signOut,
    chooseTill,
    lock,
    unlock,
    changePassword,
  };
});
