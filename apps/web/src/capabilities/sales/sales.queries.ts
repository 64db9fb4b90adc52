import { useQuery } from '@tanstack/vue-query';
import { toValue, type MaybeRefOrGetter } from 'vue';
import type { CommandKey, ListParams } from '#web-kit';
import { http } from '../../api/http.js';
import type { Page, SaleDetail, SaleRow, StaffView, VoidSaleResult } from '../../api/types.js';

export const loadSales = (params: ListParams) => http.get<Page<SaleRow>>('/sales', params);

export function useSale(id: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['sales', 'one', id],
    queryFn: () => http.get<SaleDetail>(`/sales/${toValue(id)}`),
  });
}

export const voidSale = (id: number, reason: string, key: CommandKey) =>
  http.post<VoidSaleResult>(`/sales/${id}/void`, { reason }, { key, about: { act: 'voidSale' } });

/** Cashiers to filter by, for those who may see the staff. */
export function useCashiers(enabled: boolean) {
  return useQuery({
    queryKey: ['staff', 'choices'],
    queryFn: async () => (await http.get<Page<StaffView>>('/staff', { pageSize: 200 })).rows,
    enabled,
    staleTime: 60_000,
  });
}
