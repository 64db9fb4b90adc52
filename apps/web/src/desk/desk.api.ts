import type { CommandKey } from '#web/web-kit';
import { amountOf } from '../attempts/acts.js';
import { http } from '../api/http.js';
import type { CardStatus, JoinInput, SaleInput, TopUpInput } from '../api/types.js';

/** What the till asks of the server. Money commands take the key of their attempt. */
export const deskApi = {
  findMembers: (q: string, signal?: AbortSignal) => http.get('/members/lookup', { q }, { signal }),
  findProducts: (q: string, signal?: AbortSignal) =>
    http.get('/products/lookup', { q }, { signal }),
  favourites: () => http.get('/desk/favourites'),
  member: (id: number) => http.get(`/members/${id}`),
  activity: (id: number) => http.get(`/members/${id}/activity`, { limit: 8 }),
  levels: () => http.get('/levels'),
  nextCardNumber: () => http.get('/cards/next-number'),
  offers: (whose: OfferFor) => http.get('/top-up-offers', { ...whose }),
  countSlipPrint: (id: number) => http.post(`/top-ups/${id}/prints`),
  topUpSlip: (id: number) => http.get(`/top-ups/${id}`),

  sell: (input: SaleInput, key: CommandKey) =>
    http.post('/sales', input, {
      key,
      about: { act: 'sale', amountCents: input.dueCents },
    }),
  join: (input: JoinInput, key: CommandKey) =>
    http.post('/members', input, {
      key,
      about: { act: 'join', ...amountOf(input.topUp), personal: true },
    }),
  topUp: (memberId: number, input: TopUpInput, key: CommandKey) =>
    http.post(`/members/${memberId}/top-ups`, input, {
      key,
      about: { act: 'topUp', memberId, amountCents: input.amountCents },
    }),

  sale: (id: number) => http.get(`/sales/${id}`),
  countPrint: (id: number) => http.post(`/sales/${id}/prints`),
};

/** A member, or somebody about to join at a level. */
export type OfferFor = { memberId: number } | { levelId: number };

/** A top-up as it is printed. */
export interface TopUpSlip {
  topUpId: number;
  receiptNo: string;
  businessDate: string;
  at: string;
  storeName: string;
  storeAddress: string | null;
  storePhone: string | null;
  tillName: string | null;
  staffName: string;
  memberId: number;
  memberName: string;
  levelName: string;
  phoneMasked: string | null;
  cardNoMasked: string | null;
  cardStatus: CardStatus | null;
  cardExpired: boolean;
  /** The owner of the wallet that a family card topped up. */
  payerName: string | null;
  tender: string;
  reference: string | null;
  ruleName: string | null;
  principalCents: number;
  bonusCents: number;
  points: number;
  /** All that it gave, bonus and points too. */
  gave: { kind: string; amount: number }[];
  principalAfterCents: number;
  bonusAfterCents: number;
  pointsAfter: number;
  raisedToLevelName: string | null;
  printCount: number;
  reversedBy: string | null;
  receiptFooter: string;
}
