import { isOpen, useWebKit } from '#web/web-kit';
import { computed, ref, shallowRef, watch } from 'vue';
import * as rules from '../cart/cart.rules.js';
import { type Draft, emptyDraft, readDraft, writeDraft } from './draft.storage.js';
import { useValueTenders } from '../tenders/use-value-tenders.js';
import { useDraftOwner } from './use-draft-owner.js';

/** The sale in the making at one till, kept in this browser through reloads and sign-ins. */
export function useDraft(tillId: number) {
  const { attempts } = useWebKit();
  const owner = useDraftOwner(tillId);
  const values = useValueTenders();
  const draft = ref<Draft>(readDraft(tillId));
  watch(
    draft,
    (value) => {
      if (owner.isMine()) writeDraft(tillId, value);
    },
    { deep: true, flush: 'sync' },
  );
  // As the other tab left it.
  watch(
    () => owner.mine.value,
    (isMine) => {
      if (isMine) draft.value = readDraft(tillId);
    },
    { flush: 'sync' },
  );

  const cart = computed(() => draft.value.cart);
  const selectedLine = computed(() => cart.value.lines[cart.value.selected] ?? null);
  const isEmpty = computed(() => cart.value.lines.length === 0);
  /** The sale of this draft, once it was asked for. */
  const pending = computed(() => attempts.all.value.find(({ key }) => key === draft.value.saleKey));
  /** While the answer to a payment is awaited or unknown, what was asked must not change; nor what another tab has. */
  const frozen = computed(
    () => !owner.mine.value || (pending.value !== undefined && isOpen(pending.value)),
  );

  const cleared = shallowRef<rules.Cart | null>(null);

  function change(next: rules.Cart): void {
    if (!frozen.value) draft.value.cart = next;
  }

  return {
    draft,
    cart,
    selectedLine,
    isEmpty,
    frozen,
    pending,
    mine: owner.mine,
    isMine: owner.isMine,
    takeOver: owner.takeOver,
    /** False when the cart can't take another line. */
    add(line: rules.CartLine): boolean {
      if (frozen.value) return false;
      cleared.value = null;
      const known = rules.indexOf(cart.value, line.key) >= 0;
      if (!known && cart.value.lines.length >= rules.MAX_LINES) return false;
      change(rules.addLine(cart.value, line));
      return true;
    },
    replace: (line: rules.CartLine) => change(rules.replaceLine(cart.value, line)),
    setQuantity: (index: number, milli: number) =>
      change(rules.setQuantity(cart.value, index, milli)),
    step: (index: number, direction: 1 | -1) =>
      change(rules.stepQuantity(cart.value, index, direction)),
    remove: (index: number) => change(rules.removeLine(cart.value, index)),
    select: (index: number) => {
      if (!isEmpty.value) draft.value.cart = rules.selectLine(cart.value, index);
    },
    takePrices: (prices: readonly Pick<rules.CartLine, 'key' | 'unitPriceCents'>[]) =>
      change(rules.takePrices(cart.value, prices)),
    setMember(memberId: number | null, cardNo: string | null): void {
      if (frozen.value) return;
      draft.value.memberId = memberId;
      draft.value.cardNo = cardNo;
      // Stored value and points were somebody else's.
      draft.value.tenders = draft.value.tenders.filter(({ tender }) => !values.find(tender));
    },
    canRestore: computed(() => isEmpty.value && cleared.value !== null),
    /** Empties the cart; pressed again on the empty cart, brings it back. */
    clearOrRestore(): void {
      if (frozen.value) return;
      if (isEmpty.value && cleared.value) {
        draft.value.cart = cleared.value;
        cleared.value = null;
        return;
      }
      cleared.value = cart.value;
      draft.value.cart = emptyDraft().cart;
      draft.value.tenders = [];
    },
    /** What an undone sale had in it, to be put right and sold again. */
    bringBack(sold: Pick<Draft, 'cart' | 'memberId' | 'cardNo'>): void {
      draft.value = { ...emptyDraft(), ...sold };
    },
    /** The next sale. */
    reset(): void {
      cleared.value = null;
      draft.value = emptyDraft();
    },
  };
}
export type DeskDraft = ReturnType<typeof useDraft>;
