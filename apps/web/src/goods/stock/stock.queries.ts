import type { OpeningInput } from '#web/api-client';
import type { CommandKey, ListParams } from '#web/web-kit';
import { http } from '../../api/http.js';

export const loadStock = (params: ListParams) => http.get('/stock', params);

export const findGoods = (q: string) =>
  http.get('/products', { q, kind: 'goods', status: 'active', pageSize: 20 });

export const openStock = (input: OpeningInput, key: CommandKey) =>
  http.post('/stock/openings', input, {
    key,
    about: { act: 'openStock' },
  });
