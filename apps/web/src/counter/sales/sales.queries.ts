import { useQuery } from '@tanstack/vue-query';
import { toValue, type MaybeRefOrGetter } from 'vue';
import type { CommandKey, ListParams } from '#web/web-kit';
import type { ApprovalInput } from '../../approvals/approvals.api.js';
import { http } from '../../api/http.js';
import type { Page, SaleRow } from '../../api/types.js';

/** What was let off stands as less than nothing, in its sum too. */
export async function loadSales(params: ListParams): Promise<Page<SaleRow>> {
  const page = await http.get('/sales', params);
  const { totals } = page;
  return totals
    ? { ...page, totals: { ...totals, discountCents: -(totals['discountCents'] ?? 0) || 0 } }
    : page;
}

export function useSale(id: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['sales', 'one', id],
    queryFn: () => http.get(`/sales/${toValue(id)}`),
  });
}

export const voidSale = (
  { id, receiptNo, dueCents }: { id: number; receiptNo: string; dueCents: number },
  input: { reason: string; approval?: ApprovalInput },
  key: CommandKey,
) =>
  http.post(`/sales/${id}/void`, input, {
    key,
    about: { act: 'voidSale', receiptNo, amountCents: dueCents },
  });
