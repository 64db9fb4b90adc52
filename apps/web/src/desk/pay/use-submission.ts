import { ApiError } from '#web-kit';
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { SaleInput, SaleResult } from '../../api/types.js';
import { useSession } from '../../session/session.store.js';
import { deskApi } from '../desk.api.js';
import type { DeskDraft } from '../draft/use-draft.js';
import { openAttempt, outcomeOf, retryDelayMs, send, settleAttempt } from './attempt.rules.js';
import { newCommandId } from './command-id.js';

/** A sale as it is asked for, without the member's PIN. */
export type Ask = Omit<SaleInput, 'pin'>;

interface Handlers {
  sold(result: SaleResult): void;
  askPin(attemptsLeft: number | null): void;
  pricesChanged(prices: { productId: number; unitPriceCents: number }[]): void;
  stockShort(productId: number, availableMilli: number): void;
  balanceChanged(): void;
}

/** Sends a sale until its fate is known: one key, one request, asked again by itself after a lost answer. */
export function useSubmission({ draft }: DeskDraft, handlers: Handlers) {
  const session = useSession();
  const problem = shallowRef<unknown>(null);
  const busy = ref(false);
  // A PIN is held only as long as its request is open; it is never stored.
  let heldPin: string | undefined;

  /** `request` null asks for the pending one again. */
  async function ask(request: Ask | null, pin?: string): Promise<void> {
    if (busy.value) return;
    const attempt = draft.value.attempt ?? openAttempt<SaleInput>(newCommandId());
    const wanted = request ?? attempt.request;
    if (!wanted) return;
    busy.value = true;
    heldPin = pin ?? heldPin;
    const sending = send(attempt, wanted);
    draft.value.attempt = sending;
    let result: SaleResult;
    try {
      const body = heldPin === undefined ? sending.request : { ...sending.request, pin: heldPin };
      result = await deskApi.sell(body, sending.key);
    } catch (error) {
      const status = error instanceof ApiError ? error.status : null;
      const outcome = outcomeOf(status);
      draft.value.attempt = settleAttempt(sending, outcome, newCommandId());
      if (outcome !== 'lost') heldPin = undefined;
      // A session that ended says so over the whole screen.
      problem.value = outcome === 'stopped' && status === 401 ? null : error;
      if (outcome === 'refused' && error instanceof ApiError) refused(error);
      return;
    } finally {
      busy.value = false;
    }
    // Outside the try: a fault of the screen is not a lost answer.
    problem.value = null;
    heldPin = undefined;
    handlers.sold(result);
  }

  function refused({ code, params }: ApiError): void {
    switch (code) {
      case 'member.pin_required':
        problem.value = null;
        return handlers.askPin(null);
      case 'member.wrong_pin':
        problem.value = null;
        return handlers.askPin(Number(params.attemptsLeft ?? 0));
      case 'sale.price_changed':
        return handlers.pricesChanged(
          (params.lines ?? []) as { productId: number; unitPriceCents: number }[],
        );
      case 'stock.short':
        return handlers.stockShort(Number(params.productId), Number(params.availableMilli));
      case 'ledger.insufficient':
      case 'sale.due_changed':
      case 'card.lost':
      case 'card.not_active':
        return handlers.balanceChanged();
    }
  }

  const waiting = computed(
    () => draft.value.attempt?.state === 'unknown' && session.signedIn && !session.locked,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    [waiting, () => draft.value.attempt?.lost],
    ([isWaiting, lost]) => {
      clearTimeout(timer);
      if (isWaiting) timer = setTimeout(() => void ask(null), retryDelayMs(lost ?? 1));
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));

  return { problem, busy, ask };
}
