import type { CommandKey } from '#web-kit';
import { amountOf } from '../attempts/acts.js';
import type { ApprovalInput } from '../approvals/approvals.api.js';
import { http } from '../api/http.js';
import type { PayoutRow } from '../api/payout.types.js';
import type {
  CardStatus,
  JoinInput,
  JoinResult,
  LevelView,
  MemberActivity,
  MemberDetail,
  MemberLookup,
  Page,
  ProductLookup,
  SaleDetail,
  SaleInput,
  SaleResult,
  SaleRow,
  TopUpInput,
  TopUpResult,
  TopUpRule,
} from '../api/types.js';
import type { TopUpRow } from '../capabilities/top-ups/top-ups.queries.js';

/** What the till asks of the server. Money commands take the key of their attempt. */
export const deskApi = {
  findMembers: (q: string, signal?: AbortSignal) =>
    http.get<MemberLookup>('/members/lookup', { q }, { signal }),
  findProducts: (q: string, signal?: AbortSignal) =>
    http.get<ProductLookup>('/products/lookup', { q }, { signal }),
  member: (id: number) => http.get<MemberDetail>(`/members/${id}`),
  activity: (id: number) => http.get<MemberActivity[]>(`/members/${id}/activity`, { limit: 8 }),
  levels: () => http.get<LevelView[]>('/levels'),
  nextCardNumber: () => http.get<{ cardNo: string }>('/cards/next-number'),
  offers: (whose: OfferFor) => http.get<TopUpRule[]>('/top-up-offers', { ...whose }),
  countSlipPrint: (id: number) => http.post<{ printCount: number }>(`/top-ups/${id}/prints`),
  topUpSlip: (id: number) => http.get<TopUpSlip>(`/top-ups/${id}`),

  sell: (input: SaleInput, key: CommandKey) =>
    http.post<SaleResult>('/sales', input, {
      key,
      about: { act: 'sale', amountCents: input.dueCents },
    }),
  join: (input: JoinInput, key: CommandKey) =>
    http.post<JoinResult>('/members', input, {
      key,
      about: { act: 'join', ...amountOf(input.topUp), personal: true },
    }),
  topUp: (memberId: number, input: TopUpInput, key: CommandKey) =>
    http.post<TopUpResult>(`/members/${memberId}/top-ups`, input, {
      key,
      about: { act: 'topUp', memberId, amountCents: input.amountCents },
    }),

  sale: (id: number) => http.get<SaleDetail>(`/sales/${id}`),
  salesOfDay: (...asked: OfDay) => http.get<Page<SaleRow>>('/sales', ofDay(...asked)),
  topUpsOfDay: (...asked: OfDay) => http.get<Page<TopUpRow>>('/top-ups', ofDay(...asked)),
  payoutsOfDay: (...asked: OfDay) => http.get<Page<PayoutRow>>('/payouts', ofDay(...asked)),
  countPrint: (id: number) => http.post<{ printCount: number }>(`/sales/${id}/prints`),
  voidSale: (id: number, input: { reason: string; approval?: ApprovalInput }, key: CommandKey) =>
    http.post<object>(`/sales/${id}/void`, input, { key, about: { act: 'voidSale' } }),
};

type OfDay = readonly [storeId: number, day: string, q: string, most: number];
const ofDay = (...[storeId, day, q, pageSize]: OfDay) => ({
  storeId,
  from: day,
  to: day,
  q,
  page: 1,
  pageSize,
});

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
  ruleName: string | null;
  principalCents: number;
  bonusCents: number;
  points: number;
  principalAfterCents: number;
  bonusAfterCents: number;
  pointsAfter: number;
  raisedToLevelName: string | null;
  printCount: number;
  reversedBy: string | null;
  receiptFooter: string;
}
