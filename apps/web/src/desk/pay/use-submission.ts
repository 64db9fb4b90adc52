import { ApiError, isOpen, newUuid, useWebKit } from '#web/web-kit';
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { SaleInput, SaleResult } from '../../api/types.js';
import { deskApi } from '../desk.api.js';
import type { DeskDraft } from '../draft/use-draft.js';

/** A sale as it is asked for, without the member's PIN and the second person. */
export type Ask = Omit<SaleInput, 'pin' | 'approval'>;
export type Proofs = Pick<SaleInput, 'pin' | 'approval'>;

interface Handlers {
  /** What was made, and the request that made it. */
  sold(result: SaleResult, request: Ask): void;
  /** The PIN; with a second person where one has to agree. */
  askPin(attemptsLeft: number | null, second: boolean, request: Ask): void;
  pricesChanged(prices: { productId: number; unitPriceCents: number }[]): void;
  stockShort(productId: number, availableMilli: number): void;
  balanceChanged(): void;
  /** The chain takes points by another rule than this screen knows. */
  ruleChanged(): void;
}

/** Sends the sale of a draft under the draft's key, and hears what becomes of it: here, after a reload, from another tab. */
export function useSubmission({ draft, pending, mine }: DeskDraft, handlers: Handlers) {
  const { attempts } = useWebKit();
  const problem = shallowRef<unknown>(null);
  const starting = ref(false);
  const unknown = computed(() => pending.value?.state === 'unknown');
  const busy = computed(() => starting.value || attempts.asking.value.has(draft.value.saleKey));

  async function ask(request: Ask, { pin, approval }: Proofs = {}): Promise<void> {
    if (starting.value || pending.value) return;
    const { saleKey } = draft.value;
    starting.value = true;
    // From here on the attempt itself says that it is under way.
    const answer = deskApi.sell(
      { ...request, ...(pin ? { pin } : {}), ...(approval ? { approval } : {}) },
      attempts.newKey(saleKey),
    );
    const told = answer.then(
      (result) => sold(result, request),
      (error: unknown) => settled(error, saleKey, request),
    );
    starting.value = false;
    await told;
  }

  function sold(result: SaleResult, request: Ask): void {
    problem.value = null;
    handlers.sold(result, request);
  }

  function settled(error: unknown, saleKey: string, request: Ask): void {
    const { code, params } =
      error instanceof ApiError ? error : { code: '', params: {} as Record<string, unknown> };
    if (params.key === saleKey) {
      // Another tab sent this very draft.
      if (code === 'attempt.first_made') {
        return sold(params.result as SaleResult, params.sent as Ask);
      }
      problem.value = error;
      return;
    }
    draft.value.saleKey = newUuid();
    // A session that ended says so over the whole screen.
    problem.value = error instanceof ApiError && error.status === 401 ? null : error;
    if (error instanceof ApiError) refused(error, request);
  }

  function refused({ code, params }: ApiError, request: Ask): void {
    switch (code) {
      case 'member.pin_required':
        problem.value = null;
        return handlers.askPin(null, false, request);
      case 'member.wrong_pin':
        problem.value = null;
        return handlers.askPin(Number(params.attemptsLeft ?? 0), false, request);
      case 'approval.required':
        problem.value = null;
        return handlers.askPin(null, true, request);
      case 'approval.wrong_pin':
      case 'approval.not_allowed':
      case 'approval.own_act':
        return handlers.askPin(null, true, request);
      case 'points.pay_off':
      case 'points.pay_steps':
      case 'points.worth_changed':
      case 'points.pays_too_much':
        return handlers.ruleChanged();
      case 'sale.price_changed':
        return handlers.pricesChanged(
          (params.lines ?? []) as { productId: number; unitPriceCents: number }[],
        );
      case 'stock.short':
        return handlers.stockShort(Number(params.productId), Number(params.availableMilli));
      case 'ledger.insufficient':
      case 'ledger.insufficient_points':
      case 'sale.due_changed':
      case 'card.lost':
      case 'card.not_active':
        return handlers.balanceChanged();
    }
  }

  // Known while nobody waited here: after a reload, a new sign-in, or because another tab asked.
  watch(
    [pending, () => mine.value] as const,
    ([now, isMine]) => {
      if (!now || isOpen(now) || !isMine) return;
      attempts.dismiss(now.key);
      const request = now.asked.body as Ask;
      if (now.state === 'made') sold(now.result as SaleResult, request);
      else settled(new ApiError(now.problem ?? { status: 409, code: '' }), now.key, request);
    },
    { immediate: true },
  );
  // Taken over by another tab, or the desk was left: it is told where the draft is.
  const leave = (): void => attempts.leave(draft.value.saleKey);
  watch(
    () => mine.value,
    (isMine) => !isMine && leave(),
    { flush: 'sync' },
  );
  onScopeDispose(leave);

  return {
    problem,
    busy,
    unknown,
    /** What stopped the last question, where it was not silence. */
    stoppedBy: computed(() => (unknown.value ? (pending.value?.problem ?? null) : null)),
    ask,
    askAgain: () => attempts.askAgain(draft.value.saleKey),
  };
}
