import type { ApiError } from '#web/web-kit';
import { computed, ref, watch, type Ref } from 'vue';
import { LIMIT_WARNINGS as WARNINGS } from './limit-sum.rules.js';

const STOPS = ['wallet.limit_exceeded', 'wallet.transfer_required'];

/**
 * The prepaid limits of a dialog that adds value to a wallet. A warning is shown with a box to tick (LimitWarning.vue),
 * and the command is sent again with `...limit.accepted()`; a stop is shown and stays one.
 * The dialog has `:field-of-code="limit.fieldOfCode"`, `:ready="… && limit.ready.value"` and `@refused="limit.refused"`.
 */
export function useLimitWarning(open: Ref<boolean>) {
  const error = ref<ApiError | null>(null);
  const agreed = ref(false);
  const isWarning = computed(() => WARNINGS.includes(error.value?.code ?? ''));

  watch(open, () => forget());

  /** Another amount or tender: the question is a new one. */
  function forget(): void {
    error.value = null;
    agreed.value = false;
  }

  return {
    error,
    agreed,
    isWarning,
    fieldOfCode: Object.fromEntries([...WARNINGS, ...STOPS].map((code) => [code, 'acceptLimit'])),
    ready: computed(() => !isWarning.value || agreed.value),
    accepted: (): { acceptLimit?: true } => (agreed.value ? { acceptLimit: true } : {}),
    refused: (refusal: ApiError): void => {
      if (![...WARNINGS, ...STOPS].includes(refusal.code)) return;
      error.value = refusal;
      agreed.value = false;
    },
    forget,
  };
}

export type LimitWarningState = ReturnType<typeof useLimitWarning>;
