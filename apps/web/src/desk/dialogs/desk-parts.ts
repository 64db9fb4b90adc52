import { holdKeys } from '#web/web-kit';
import { type Component, nextTick, reactive, shallowReactive } from 'vue';
import { loadOfficeMessages, t } from '../../i18n/i18n.js';
import { notify } from '../../notify.js';
import type { LineCommand } from '../cart/cart-line.js';
import { lineEntries, lineEntry } from '../cart/cart-lines.js';
import type { DeskDialog } from '../desk.context.js';

type OwnPart = Exclude<DeskDialog, null | 'act'> | 'pin' | 'prices';
type Part = OwnPart | LineCommand;
type Loader = () => Promise<{ default: Component }>;

/** An act of a capability: it comes with its words. */
const withWords =
  (load: Loader): Loader =>
  async () => {
    const [part] = await Promise.all([load(), loadOfficeMessages()]);
    return part;
  };

/** The dialogs of the desk. None is needed to see it, so each comes when it is first asked for, or when the desk stands still. */
const LOADERS: Record<OwnPart, Loader> = {
  topUp: () => import('../member/TopUpDialog.vue'),
  topUpDone: () => import('../member/TopUpDone.vue'),
  acts: withWords(() => import('../member/MemberActsDialog.vue')),
  pin: () => import('../pay/PinDialog.vue'),
  prices: () => import('../pay/PriceDialog.vue'),
  void: () => import('../pay/VoidDialog.vue'),
  register: () => import('../member/RegisterDialog.vue'),
  slips: withWords(() => import('../slips/SlipsDialog.vue')),
  return: withWords(() => import('../../counter/returns/ReturnFinder.vue')),
  issueCard: withWords(() => import('../../membership/cards/IssueCardDialog.vue')),
  settings: () => import('../keys/TillSettingsDialog.vue'),
};

const loaderOf = (part: Part): Loader => lineEntry(part)?.dialog ?? LOADERS[part as OwnPart];

export function useDeskParts() {
  /** Those that were asked for; they stay, closed. */
  const parts = shallowReactive<Partial<Record<Part, Component>>>({});
  const mounted = reactive(new Set<Part>());

  async function load(part: Part): Promise<void> {
    const { default: component } = await loaderOf(part)();
    parts[part] = component;
    // It is there before it opens: its watchers see it open, the first time as every time.
    await nextTick();
    mounted.add(part);
  }

  /** Brings a part onto the screen; `failed` where it can't be fetched, as without a network. */
  function ask(part: Part, failed: () => void = () => undefined): void {
    if (mounted.has(part)) return;
    const there = load(part);
    void holdKeys(there);
    there.catch(() => {
      notify('error', t('desk.notLoaded'));
      failed();
    });
  }

  return { parts, mounted, ask };
}

/** Fetches what may be asked for, one after the other. What does not come is asked for again when it is used. */
export async function fetchDeskParts(can: (permission: string) => boolean): Promise<void> {
  for (const load of Object.values(LOADERS)) await load().catch(() => undefined);
  const acts = await import('../../member-acts/member-acts.js').catch(() => undefined);
  for (const { permission, dialog } of [...lineEntries, ...(acts?.memberActs ?? [])])
    if (can(permission)) await dialog().catch(() => undefined);
}
