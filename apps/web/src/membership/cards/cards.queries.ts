import type { DocumentKind } from '#membership/members/rules';
import type {
  ExtendCardInput,
  ExtendManyInput,
  FoundCardsInput,
  IssueCardWithTopUpInput,
  NewCardRangeInput,
  OwnerConsentInput,
  ReceiveCardsInput,
  ReceiveTransferInput,
  ReplaceCardInput,
  SendCardsInput,
  UnbindInput,
  UnfreezeInput,
} from '#web/api-client';
import type { CommandKey, ListParams } from '#web/web-kit';
import { useQuery } from '@tanstack/vue-query';
import { amountOf } from '../../attempts/acts.js';
import type { Draft } from '../../api/draft.js';
import { http } from '../../api/http.js';

const of = (cardNo: string) => `/cards/${encodeURIComponent(cardNo)}` as const;

export const loadCards = (params: ListParams) => http.get('/cards', params);

export const useCard = (cardNo: () => string) =>
  useQuery({
    queryKey: ['cards', 'one', cardNo],
    queryFn: () => http.get(of(cardNo())),
  });

/** How staff know that it is the member who asks. */
export type Identity =
  { by: 'pin'; pin: string } | { by: 'document'; document: DocumentKind; last4: string };

export const cardsApi = {
  slip: (id: number) => http.get(`/card-charges/${id}`),
  code: (cardNo: string) => http.get(`${of(cardNo)}/virtual-code`),
  issue: (memberId: number, input: IssueCardWithTopUpInput, key: CommandKey) =>
    http.post(`/members/${memberId}/cards`, input, {
      key,
      about: { act: 'issueCard', memberId, ...amountOf(input) },
    }),
  reportLost: (cardNo: string, reason: string, key: CommandKey) =>
    http.post(`${of(cardNo)}/lost`, reason ? { reason } : {}, {
      key,
      about: { act: 'reportLost' },
    }),
  unbind: (cardNo: string, input: UnbindInput, key: CommandKey) =>
    http.post(`${of(cardNo)}/unbinding`, input, { key, about: { act: 'unbindCard' } }),
  setDayLimit: (cardNo: string, input: OwnerConsentInput, key: CommandKey) =>
    http.post(`${of(cardNo)}/day-limit`, input, { key, about: { act: 'cardDayLimit' } }),
  unfreeze: (cardNo: string, input: UnfreezeInput, key: CommandKey) =>
    http.post(`${of(cardNo)}/unfreeze`, input, { key, about: { act: 'unfreezeCard' } }),
  replace: (cardNo: string, input: ReplaceCardInput, key: CommandKey) =>
    http.post(`${of(cardNo)}/replacement`, input, {
      key,
      about: { act: 'replaceCard' },
    }),
  extend: (cardNo: string, input: ExtendCardInput, key: CommandKey) =>
    http.post(`${of(cardNo)}/extension`, input, { key, about: { act: 'extendCard' } }),
  countExtended: (input: Draft<ExtendManyInput>) =>
    http.post('/cards/extensions/preview', input as ExtendManyInput),
  extendMany: (input: Draft<ExtendManyInput>, key: CommandKey) =>
    http.post('/cards/extensions', input as ExtendManyInput, { key, about: { act: 'extendCard' } }),
};

export const loadCardRanges = (params: ListParams) => http.get('/card-ranges', params);
export const createRange = (input: Draft<NewCardRangeInput>, key: CommandKey) =>
  http.post('/card-ranges', input as NewCardRangeInput, { key, about: { act: 'cardStock' } });
export const editRange = (id: number, input: { active: boolean; version: number }) =>
  http.patch(`/card-ranges/${id}`, input);

export const useStockPlaces = () =>
  useQuery({
    queryKey: ['card-stock', 'places'],
    queryFn: () => http.get('/card-stock/places'),
  });
export const loadCardStock = (params: ListParams) => http.get('/card-stock', params);
export const loadStockDocuments = (params: ListParams) => http.get('/card-stock/documents', params);
export const useStockDocument = (id: () => number) =>
  useQuery({
    queryKey: ['card-stock', 'document', id],
    queryFn: () => http.get(`/card-stock/documents/${id()}`),
  });

export type { StockMovedView as StockMoved } from '#web/api-client';
export const cardStockApi = {
  receive: (input: Draft<ReceiveCardsInput>, key: CommandKey) =>
    http.post('/card-stock/receipts', input as ReceiveCardsInput, {
      key,
      about: { act: 'cardStock' },
    }),
  send: (input: Draft<SendCardsInput>, key: CommandKey) =>
    http.post('/card-stock/transfers', input as SendCardsInput, {
      key,
      about: { act: 'cardStock' },
    }),
  receiveTransfer: (id: number, input: ReceiveTransferInput, key: CommandKey) =>
    http.post(`/card-stock/transfers/${id}/receipt`, input, {
      key,
      about: { act: 'cardStock' },
    }),
  found: (input: Draft<FoundCardsInput>, key: CommandKey) =>
    http.post('/card-stock/found', input as FoundCardsInput, { key, about: { act: 'cardStock' } }),
};
