import { computed, nextTick, ref, watch, type Ref } from 'vue';
import { useDeskSettings } from '../../desk/desk-settings.js';

/** After an act whose paper is printed, the slip is shown before the act is over. */
export function usePayoutSlip(open: Ref<boolean>) {
  const settings = useDeskSettings();
  const slipId = ref<number | null>(null);
  watch(open, (isOpen) => {
    if (isOpen) slipId.value = null;
  });
  // The form closes itself and says "done" right after: only then is it known whether there is a slip.
  const formOpen = computed({
    get: () => open.value && slipId.value === null,
    set: (isOpen) => {
      if (isOpen) return;
      void nextTick(() => {
        if (slipId.value === null) open.value = false;
      });
    },
  });
  const slipOpen = computed({
    get: () => open.value && slipId.value !== null,
    set: (isOpen) => {
      if (!isOpen) open.value = false;
    },
  });
  function show(payoutId: number): void {
    if (settings.value.receiptPrint !== 'never') slipId.value = payoutId;
  }
  return { slipId, formOpen, slipOpen, show };
}
