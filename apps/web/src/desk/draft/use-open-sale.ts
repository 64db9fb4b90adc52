import { watch } from 'vue';
import { http } from '../../api/http.js';
import type { DeskDraft } from './use-draft.js';

/**
 * Says to the server whom the cart is for while there are lines in it: that member's record is not merged away or erased
 * meanwhile. A till that can't say so sells all the same.
 */
export function useOpenSale(sale: DeskDraft): void {
  let said: number | null = null;
  watch(
    () => (sale.isEmpty.value ? null : sale.draft.value.memberId),
    async (memberId) => {
      if (memberId === said) return;
      said = memberId;
      try {
        if (memberId === null) await http.delete('/desk/open-sale');
        else await http.put('/desk/open-sale', { memberId });
      } catch {
        // A merge in between is answered by the sale itself.
      }
    },
    { immediate: true },
  );
}
