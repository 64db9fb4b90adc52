import type { ListParams } from '#web-kit';
import { http } from '../../api/http.js';
import type { CardRow, CardStatus, Page } from '../../api/types.js';

export const loadCards = (params: ListParams) => http.get<Page<CardRow>>('/cards', params);

export const reportCardLost = (cardNo: string, reason: string, key: string) =>
  http.post<{ cardNo: string; status: CardStatus }>(
    `/cards/${encodeURIComponent(cardNo)}/lost`,
    reason ? { reason } : {},
    { key },
  );
