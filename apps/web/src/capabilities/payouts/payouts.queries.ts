import type { CommandKey, ListParams } from '#web-kit';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { refDebounced } from '@vueuse/core';
import { computed, type Ref } from 'vue';
import { amountOf } from '../../attempts/acts.js';
import type { ApprovalInput } from '../../approvals/approvals.api.js';
import { http } from '../../api/http.js';
import type {
  ClosingPreview,
  OutgoingPreview,
  PayoutPage,
  PayoutResult,
  PayoutView,
  RefundPreview,
  TransferPreview,
} from '../../api/payout.types.js';

const of = (memberId: number) => `/members/${memberId}`;
const card = (cardNo: string) => `/cards/${encodeURIComponent(cardNo)}/closing`;
const TYPING_MS = 250;

export const payoutsApi = {
  withdraw: (memberId: number, input: object, key: CommandKey) =>
    http.post<PayoutResult>(`${of(memberId)}/withdrawals`, input, {
      key,
      about: { act: 'withdraw', memberId, ...amountOf(input) },
    }),
  transfer: (memberId: number, input: object, key: CommandKey) =>
    http.post<PayoutResult>(`${of(memberId)}/transfers`, input, {
      key,
      about: { act: 'transfer', memberId, ...amountOf(input) },
    }),
  refund: (memberId: number, input: object, key: CommandKey) =>
    http.post<PayoutResult>(`${of(memberId)}/wallet-refunds`, input, {
      key,
      about: { act: 'refund', memberId, ...amountOf(input) },
    }),
  close: (cardNo: string, input: object, key: CommandKey) =>
    http.post<PayoutResult>(card(cardNo), input, { key, about: { act: 'closeCard' } }),
  reverse: (id: number, input: { reason: string; approval?: ApprovalInput }, key: CommandKey) =>
    http.post<object>(`/payouts/${id}/reversal`, input, { key, about: { act: 'reversePayout' } }),
  view: (id: number) => http.get<PayoutView>(`/payouts/${id}`),
  countPrint: (id: number) => http.post<{ printCount: number }>(`/payouts/${id}/prints`),
};

export const loadPayouts = (params: ListParams) => http.get<PayoutPage>('/payouts', params);

export const usePayout = (id: () => number) =>
  useQuery({ queryKey: ['payouts', 'one', id], queryFn: () => payoutsApi.view(id()) });

/** What will happen, in numbers, a moment after the amount was typed. Without an amount: all that may leave. */
export function useOutgoingPreview<P extends OutgoingPreview>(
  act: 'withdrawals' | 'transfers',
  memberId: () => number,
  amountCents: Ref<number | null>,
  open: Ref<boolean>,
  toMemberId?: Ref<number | null>,
) {
  const typed = refDebounced(amountCents, TYPING_MS);
  const asked = computed(() => ({
    ...(typed.value ? { amountCents: typed.value } : {}),
    ...(toMemberId?.value ? { toMemberId: toMemberId.value } : {}),
  }));
  const answer = useQuery({
    queryKey: ['payouts', act, memberId, asked],
    queryFn: () => http.get<P>(`${of(memberId())}/${act}/preview`, asked.value),
    enabled: computed(() => open.value && (act === 'withdrawals' || Boolean(toMemberId?.value))),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
    staleTime: 0,
  });
  /** The figures are those of the amount that stands in the box. */
  const settled = computed(
    () =>
      answer.isSuccess.value &&
      !answer.isPlaceholderData.value &&
      answer.data.value?.amountCents === amountCents.value,
  );
  return { preview: answer.data, failed: answer.error, refetch: answer.refetch, settled };
}
export type { TransferPreview };

export const useRefundPreview = (memberId: () => number, open: Ref<boolean>) =>
  useQuery({
    queryKey: ['payouts', 'refund', memberId],
    queryFn: () => http.get<RefundPreview>(`${of(memberId())}/wallet-refunds/preview`),
    enabled: open,
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });

export const useClosingPreview = (cardNo: Ref<string>, open: Ref<boolean>) =>
  useQuery({
    queryKey: ['payouts', 'closing', cardNo],
    queryFn: () => http.get<ClosingPreview>(card(cardNo.value)),
    enabled: computed(() => open.value && cardNo.value !== ''),
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });
