import { isVirtualCode } from '#cards/rules';
import { useDebounceFn } from '@vueuse/core';
import { computed, ref, shallowRef } from 'vue';
import type { DeskProduct, MemberCandidate, MemberLookup, ProductLookup } from '../../api/types.js';
import { deskApi } from '../desk.api.js';
import { readQuery, worthSearching } from './query.rules.js';

export type Choice =
  | { kind: 'member'; member: MemberCandidate; cardNo: string | null }
  | { kind: 'product'; product: DeskProduct };

interface Handlers {
  /** Whether a member is the likelier find: nobody is being served and nothing is in the cart yet. */
  expectsMember(): boolean;
  choose(choice: Choice): void;
  /** A code from a payment app, or nothing found. */
  refuse(reason: 'payment_code' | 'no_match', text: string): void;
  fail(error: unknown): void;
}

const TYPING_PAUSE_MS = 180;

/**
 * The one box: members and products by anything they are known by. What is exact acts at once; anything else
 * becomes a list to choose from.
 */
export function useLookup(may: { members: boolean; products: boolean }, handlers: Handlers) {
  const text = ref('');
  const busy = ref(false);
  const choices = shallowRef<Choice[]>([]);
  const active = ref(0);
  const open = ref(false);
  const membersFirst = ref(false);
  /** What the list on screen answers. */
  let listed = '';
  /** What Enter asks for: the look that typing had still to come must not take its answer away. */
  let entered: string | null = null;
  let latest: AbortController | null = null;

  const searchSoon = useDebounceFn((typed: string) => {
    if (typed === text.value && typed !== entered) void search(typed, 'typing');
  }, TYPING_PAUSE_MS);

  function onInput(typed: string): void {
    text.value = typed;
    entered = null;
    const query = readQuery(typed);
    // A code of a virtual card is good for one reading: it is read at Enter, never while it is typed.
    if (query.kind !== 'search' || isVirtualCode(query.text)) return close();
    if (!worthSearching(query.text)) return close();
    void searchSoon(typed);
  }

  const find = (asked: string, signal?: AbortSignal): Promise<[MemberLookup, ProductLookup]> =>
    Promise.all([
      may.members ? deskApi.findMembers(asked, signal) : NO_MEMBERS,
      may.products ? deskApi.findProducts(asked, signal) : NO_PRODUCTS,
    ]);

  // One scan after the other, each to its end: what was typed or scanned meanwhile takes nothing away.
  let scans: Promise<void> = Promise.resolve();

  /** `before` is what stood in the box: a busy computer may have torn the first digits off the scan. */
  async function scan(code: string, before = ''): Promise<void> {
    const query = readQuery(code);
    if (query.kind === 'nothing') return;
    if (query.kind === 'payment_code') return handlers.refuse('payment_code', '');
    try {
      const [members, products] = await find(query.text);
      const found = members.members.length + products.products.length > 0;
      if (!found && before) {
        if (text.value === before) clear();
        return await scan(before + code);
      }
      show(members, products, 'scan', query.text);
    } catch (error) {
      handlers.fail(error);
    }
  }

  /** `typing` only lists; `enter` acts on what is exact. */
  async function search(input: string, by: 'typing' | 'enter'): Promise<void> {
    const query = readQuery(input);
    if (query.kind === 'nothing') return;
    if (query.kind === 'payment_code') {
      clear();
      return handlers.refuse('payment_code', '');
    }
    latest?.abort();
    const asked = (latest = new AbortController());
    busy.value = true;
    try {
      const [members, products] = await find(query.text, asked.signal);
      if (asked.signal.aborted) return;
      show(members, products, by, query.text);
    } catch (error) {
      if (!asked.signal.aborted) {
        close();
        if (by !== 'typing') handlers.fail(error);
      }
    } finally {
      if (latest === asked) busy.value = false;
    }
  }

  function show(
    members: MemberLookup,
    products: ProductLookup,
    by: 'typing' | 'enter' | 'scan',
    asked: string,
  ): void {
    const memberChoices = members.members.map((member): Choice => ({
      kind: 'member',
      member,
      cardNo: members.by === 'card' ? (members.card?.cardNo ?? null) : null,
    }));
    const productChoices = products.products.map((product): Choice => ({
      kind: 'product',
      product,
    }));
    const exact = [
      ...(members.match === 'exact' ? memberChoices : []),
      ...(products.match === 'exact' ? productChoices : []),
    ];
    const all =
      membersFirst.value || handlers.expectsMember()
        ? [...memberChoices, ...productChoices]
        : [...productChoices, ...memberChoices];
    // Something exact beside other finds is only certain when a device read it.
    const certain = exact.length === 1 && (by === 'scan' || all.length === 1);
    if (by === 'scan' && certain && exact[0]) return handlers.choose(exact[0]);
    if (by === 'enter' && certain && exact[0]) return choose(exact[0]);
    if (all.length === 0 && by !== 'typing') {
      handlers.refuse('no_match', asked);
      if (by === 'scan') return;
    }
    listed = asked;
    choices.value = all;
    active.value = 0;
    open.value = all.length > 0;
    if (by === 'scan') text.value = asked;
  }

  function choose(choice: Choice): void {
    clear();
    handlers.choose(choice);
  }

  function move(step: 1 | -1): void {
    const count = choices.value.length;
    if (count > 0) active.value = (active.value + step + count) % count;
  }

  /** Enter: the highlighted find if the list is up, else an immediate search. */
  function enter(): void {
    const choice = choices.value[active.value];
    // A list that answers less than what is typed by now is not what was meant.
    const current = readQuery(text.value);
    const answered = current.kind === 'search' && current.text === listed;
    if (open.value && choice && answered) return choose(choice);
    entered = text.value;
    void search(entered, 'enter');
  }

  function close(): void {
    latest?.abort();
    busy.value = false;
    open.value = false;
    choices.value = [];
  }

  function clear(): void {
    close();
    text.value = '';
    membersFirst.value = false;
  }

  return {
    text: computed({ get: () => text.value, set: onInput }),
    busy,
    choices,
    active,
    open,
    membersFirst,
    scan(code: string): void {
      const before = text.value;
      scans = scans.then(() => scan(code, before));
    },
    choose,
    move,
    enter,
    clear,
  };
}
export type Lookup = ReturnType<typeof useLookup>;

const NO_MEMBERS: MemberLookup = { match: 'none', members: [] };
const NO_PRODUCTS: ProductLookup = { match: 'none', products: [] };
