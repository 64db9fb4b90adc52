import { isVirtualCode } from '#membership/cards/rules';
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
  const looking = ref(false);
  const orders = ref(0);
  const choices = shallowRef<Choice[]>([]);
  const active = ref(0);
  const open = ref(false);
  const membersFirst = ref(false);
  /** What was asked for last and nobody has: a phone goes along into the registration. */
  const missed = ref('');
  /** What the list on screen answers. */
  let listed = '';
  /** What Enter asks for: the look that typing had still to come must not take its answer away. */
  let entered: string | null = null;
  let latest: AbortController | null = null;
  let standing = new AbortController();

  const searchSoon = useDebounceFn((typed: string) => {
    if (typed === text.value && typed !== entered) void look(typed);
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

  // One scan or order after the other, each to its end: what is typed or scanned meanwhile takes nothing away.
  let queue: Promise<void> = Promise.resolve();

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

  /** While somebody types: only lists. */
  async function look(input: string): Promise<void> {
    const query = readQuery(input);
    if (query.kind !== 'search') return;
    latest?.abort();
    const asked = (latest = new AbortController());
    looking.value = true;
    try {
      const [members, products] = await find(query.text, asked.signal);
      if (asked.signal.aborted) return;
      show(members, products, 'typing', query.text);
    } catch {
      if (!asked.signal.aborted) close();
    } finally {
      if (latest === asked) looking.value = false;
    }
  }

  /** What Enter asks for: acts on what is exact. Where the box holds something else by then, it does nothing but that. */
  async function order(input: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const query = readQuery(input);
    if (query.kind === 'nothing') return;
    if (query.kind === 'payment_code') {
      if (text.value === input) clear();
      return handlers.refuse('payment_code', '');
    }
    try {
      const [members, products] = await find(query.text, signal);
      if (signal.aborted) return;
      show(members, products, text.value === input ? 'enter' : 'late', query.text);
    } catch (error) {
      if (signal.aborted) return;
      if (text.value === input) close();
      handlers.fail(error);
    }
  }

  function show(
    members: MemberLookup,
    products: ProductLookup,
    by: 'typing' | 'enter' | 'late' | 'scan',
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
    if (by !== 'typing' && certain && exact[0])
      return by === 'enter' ? choose(exact[0]) : handlers.choose(exact[0]);
    if (by !== 'typing') missed.value = all.length === 0 ? asked : '';
    if (all.length === 0 && by !== 'typing') {
      handlers.refuse('no_match', asked);
      if (by === 'scan') return;
    }
    if (by === 'late') return;
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
    const input = text.value;
    // Pressed twice: it is asked for once.
    if (orders.value > 0 && input === entered) return;
    entered = input;
    latest?.abort();
    orders.value += 1;
    const { signal } = standing;
    queue = queue.then(() => order(input, signal)).finally(() => (orders.value -= 1));
  }

  function close(): void {
    latest?.abort();
    looking.value = false;
    open.value = false;
    choices.value = [];
  }

  function clear(): void {
    close();
    text.value = '';
    membersFirst.value = false;
  }

  /** Esc: also what was asked for is not wanted any more. */
  function cancel(): void {
    standing.abort();
    standing = new AbortController();
    clear();
  }

  return {
    text: computed({ get: () => text.value, set: onInput }),
    busy: computed(() => looking.value || orders.value > 0),
    choices,
    active,
    open,
    membersFirst,
    missed,
    scan(code: string): void {
      const before = text.value;
      queue = queue.then(() => scan(code, before));
    },
    choose,
    move,
    enter,
    clear,
    cancel,
  };
}
export type Lookup = ReturnType<typeof useLookup>;

const NO_MEMBERS: MemberLookup = { match: 'none', members: [] };
const NO_PRODUCTS: ProductLookup = { match: 'none', products: [] };
