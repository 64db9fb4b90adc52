import type { CommandKey, ListParams } from '#web-kit';
import { useQuery } from '@tanstack/vue-query';
import { amountOf } from '../../attempts/acts.js';
import { http } from '../../api/http.js';
import type { CardStatus, Page } from '../../api/types.js';
import type { CardSlip } from '../../desk/print/card-slip.types.js';
import type {
  CardIssued,
  CardRange,
  CardReplaced,
  CardRow,
  CardStockDocument,
  CardStockDocumentDetail,
  CardStockPlace,
  CardStockRow,
  CardDetail,
  VirtualCode,
} from './cards.types.js';

const of = (cardNo: string): string => `/cards/${encodeURIComponent(cardNo)}`;

export const loadCards = (params: ListParams) => http.get<Page<CardRow>>('/cards', params);

export const useCard = (cardNo: () => string) =>
  useQuery({
    queryKey: ['cards', 'one', cardNo],
    queryFn: () => http.get<CardDetail>(of(cardNo())),
  });

/** How staff know that it is the member who asks. */
export type Identity =
  { by: 'pin'; pin: string } | { by: 'document'; document: string; last4: string };

export const cardsApi = {
  slip: (id: number) => http.get<CardSlip>(`/card-charges/${id}`),
  code: (cardNo: string) => http.get<VirtualCode>(`${of(cardNo)}/virtual-code`),
  issue: (memberId: number, input: object, key: CommandKey) =>
    http.post<CardIssued>(`/members/${memberId}/cards`, input, {
      key,
      about: { act: 'issueCard', memberId, ...amountOf(input) },
    }),
  reportLost: (cardNo: string, reason: string, key: CommandKey) =>
    http.post<{ cardNo: string; status: CardStatus }>(
      `${of(cardNo)}/lost`,
      reason ? { reason } : {},
      { key, about: { act: 'reportLost' } },
    ),
  unbind: (cardNo: string, input: { identity: Identity; reason?: string }, key: CommandKey) =>
    http.post<object>(`${of(cardNo)}/unbinding`, input, { key, about: { act: 'unbindCard' } }),
  setDayLimit: (cardNo: string, input: object, key: CommandKey) =>
    http.post<object>(`${of(cardNo)}/day-limit`, input, { key, about: { act: 'cardDayLimit' } }),
  unfreeze: (cardNo: string, input: { identity: Identity; reason?: string }, key: CommandKey) =>
    http.post<object>(`${of(cardNo)}/unfreeze`, input, { key, about: { act: 'unfreezeCard' } }),
  replace: (cardNo: string, input: object, key: CommandKey) =>
    http.post<CardReplaced>(`${of(cardNo)}/replacement`, input, {
      key,
      about: { act: 'replaceCard' },
    }),
  extend: (cardNo: string, input: { expiresOn?: string; reason: string }, key: CommandKey) =>
    http.post<object>(`${of(cardNo)}/extension`, input, { key, about: { act: 'extendCard' } }),
  countExtended: (input: object) =>
    http.post<{ cards: number }>('/cards/extensions/preview', input),
  extendMany: (input: object, key: CommandKey) =>
    http.post<{ cards: number }>('/cards/extensions', input, { key, about: { act: 'extendCard' } }),
};

export const useCardRanges = () =>
  useQuery({
    queryKey: ['card-ranges'],
    queryFn: () => http.get<CardRange[]>('/card-ranges'),
  });
export const createRange = (input: object, key: CommandKey) =>
  http.post<CardRange>('/card-ranges', input, { key, about: { act: 'cardStock' } });
export const editRange = (id: number, input: { active: boolean; version: number }) =>
  http.patch<CardRange>(`/card-ranges/${id}`, input);

export const useStockPlaces = () =>
  useQuery({
    queryKey: ['card-stock', 'places'],
    queryFn: () => http.get<CardStockPlace[]>('/card-stock/places'),
  });
export const loadCardStock = (params: ListParams) =>
  http.get<Page<CardStockRow>>('/card-stock', params);
export const loadStockDocuments = (params: ListParams) =>
  http.get<Page<CardStockDocument>>('/card-stock/documents', params);
export const useStockDocument = (id: () => number) =>
  useQuery({
    queryKey: ['card-stock', 'document', id],
    queryFn: () => http.get<CardStockDocumentDetail>(`/card-stock/documents/${id()}`),
  });

export interface StockMoved {
  id: number;
  quantity: number;
}
export const cardStockApi = {
  receive: (input: object, key: CommandKey) =>
    http.post<StockMoved>('/card-stock/receipts', input, { key, about: { act: 'cardStock' } }),
  send: (input: object, key: CommandKey) =>
    http.post<StockMoved>('/card-stock/transfers', input, { key, about: { act: 'cardStock' } }),
  receiveTransfer: (id: number, input: object, key: CommandKey) =>
    http.post<StockMoved>(`/card-stock/transfers/${id}/receipt`, input, {
      key,
      about: { act: 'cardStock' },
    }),
  found: (input: object, key: CommandKey) =>
    http.post<{ cards: number }>('/card-stock/found', input, { key, about: { act: 'cardStock' } }),
};
