import { useQuery } from '@tanstack/vue-query';
import type { ReturnInput, ReturnsOfSale } from '#web/api-client';
import type { CommandKey, ListParams } from '#web/web-kit';
import { http } from '../../api/http.js';
import { askedOf, type Chosen } from './returns.rules.js';

export const returnsApi = {
  ofSale: (saleId: number) => http.get(`/sales/${saleId}/returns`),
  preview: (saleId: number, chosen: readonly Chosen[]) =>
    http.get(`/sales/${saleId}/returns/preview`, { lines: askedOf(chosen) }),
  take: (
    { saleId, receiptNo }: Pick<ReturnsOfSale, 'saleId' | 'receiptNo'>,
    input: ReturnInput,
    key: CommandKey,
  ) =>
    http.post(`/sales/${saleId}/returns`, input, {
      key,
      about: { act: 'returnSale', receiptNo, ...(input.cents ? { amountCents: input.cents } : {}) },
    }),
  countPrint: (id: number) => http.post(`/returns/${id}/prints`),
  /** Sales that something may come back of, whatever their day. */
  find: async (q: string) => {
    const params = { q, status: 'valid', pageSize: 20 } as ListParams;
    return { q, rows: (await http.get('/sales', params)).rows };
  },
};

export const useReturns = (saleId: () => number) =>
  useQuery({
    queryKey: ['sales', 'returns', saleId],
    queryFn: () => returnsApi.ofSale(saleId()),
    staleTime: 0,
  });
