import { computed, nextTick, ref, watch, type Ref } from 'vue';
import { useDeskSettings } from '../desk/desk-settings.js';

/** After a form whose act has a slip, the slip is shown before the act is over; not where the chain prints none. */
export function useSlip(open: Ref<boolean>) {
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

  function show(documentId: number | undefined): void {
    if (documentId !== undefined && settings.value.receiptPrint !== 'never')
      slipId.value = documentId;
  }

  return { slipId, formOpen, slipOpen, show };
}
