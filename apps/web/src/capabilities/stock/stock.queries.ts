import type { CommandKey, ListParams } from '#web-kit';
import { http } from '../../api/http.js';
import type { Page, ProductRow, StockRow } from '../../api/types.js';

export const loadStock = (params: ListParams) => http.get<Page<StockRow>>('/stock', params);

export const findGoods = (q: string) =>
  http.get<Page<ProductRow>>('/products', { q, kind: 'goods', status: 'active', pageSize: 20 });

export interface OpeningInput {
  storeId: number;
  lines: { productId: number; qtyMilli: number; valueCents: number }[];
  note?: string;
}
export const openStock = (input: OpeningInput, key: CommandKey) =>
  http.post<{ documentId: number; documentNo: string }>('/stock/openings', input, {
    key,
    about: { act: 'openStock' },
  });
