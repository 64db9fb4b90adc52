import type { ClosingInput, RefundInput, TransferInput, WithdrawalInput } from '#web/api-client';
import type { CommandKey, ListParams } from '#web/web-kit';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { refDebounced } from '@vueuse/core';
import { computed, type Ref } from 'vue';
import { amountOf } from '../../attempts/acts.js';
import type { ApprovalInput } from '../../approvals/approvals.api.js';
import type { Draft } from '../../api/draft.js';
import { http } from '../../api/http.js';
import type { OutgoingPreview, PayoutView } from '../../api/payout.types.js';

const of = (memberId: number) => `/members/${memberId}` as const;
const card = (cardNo: string) => `/cards/${encodeURIComponent(cardNo)}/closing` as const;
const TYPING_MS = 250;

export const payoutsApi = {
  withdraw: (memberId: number, input: Draft<WithdrawalInput>, key: CommandKey) =>
    http.post(`${of(memberId)}/withdrawals`, input as WithdrawalInput, {
      key,
      about: { act: 'withdraw', memberId, ...amountOf(input) },
    }),
  transfer: (memberId: number, input: Draft<TransferInput>, key: CommandKey) =>
    http.post(`${of(memberId)}/transfers`, input as TransferInput, {
      key,
      about: { act: 'transfer', memberId, ...amountOf(input) },
    }),
  refund: (memberId: number, input: Draft<RefundInput>, key: CommandKey) =>
    http.post(`${of(memberId)}/wallet-refunds`, input as RefundInput, {
      key,
      about: { act: 'refund', memberId, ...amountOf(input) },
    }),
  close: (cardNo: string, input: Draft<ClosingInput>, key: CommandKey) =>
    http.post(card(cardNo), input as ClosingInput, { key, about: { act: 'closeCard' } }),
  reverse: (
    {
      id,
      receiptNo,
      memberId,
      principalCents,
    }: Pick<PayoutView, 'id' | 'receiptNo' | 'memberId' | 'principalCents'>,
    input: { reason: string; approval?: ApprovalInput },
    key: CommandKey,
  ) =>
    http.post(`/payouts/${id}/reversal`, input, {
      key,
      about: { act: 'reversePayout', memberId, receiptNo, amountCents: principalCents },
    }),
  view: (id: number) => http.get(`/payouts/${id}`),
  countPrint: (id: number) => http.post(`/payouts/${id}/prints`),
};

export const loadPayouts = (params: ListParams) => http.get('/payouts', params);

export const usePayout = (id: () => number) =>
  useQuery({ queryKey: ['payouts', 'one', id], queryFn: () => payoutsApi.view(id()) });

type Outgoing = { amountCents?: number; toMemberId?: number };

/** What will happen, in numbers, a moment after the amount was typed. Without an amount: all that may leave. */
function useOutgoingPreview<Preview extends OutgoingPreview>(
  act: 'withdrawals' | 'transfers',
  ask: (memberId: number, asked: Outgoing) => Promise<Preview>,
  memberId: () => number,
  amountCents: Ref<number | null>,
  open: Ref<boolean>,
  toMemberId?: Ref<number | null>,
) {
  const typed = refDebounced(amountCents, TYPING_MS);
  const asked = computed<Outgoing>(() => ({
    ...(typed.value ? { amountCents: typed.value } : {}),
    ...(toMemberId?.value ? { toMemberId: toMemberId.value } : {}),
  }));
  const answer = useQuery({
    queryKey: ['payouts', act, memberId, asked],
    queryFn: () => ask(memberId(), asked.value),
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

export const useWithdrawalPreview = (
  memberId: () => number,
  amountCents: Ref<number | null>,
  open: Ref<boolean>,
) =>
  useOutgoingPreview(
    'withdrawals',
    (id, asked) => http.get(`${of(id)}/withdrawals/preview`, asked),
    memberId,
    amountCents,
    open,
  );

export const useTransferPreview = (
  memberId: () => number,
  amountCents: Ref<number | null>,
  open: Ref<boolean>,
  toMemberId: Ref<number | null>,
) =>
  useOutgoingPreview(
    'transfers',
    (id, { amountCents: cents, toMemberId: to = 0 }) =>
      http.get(`${of(id)}/transfers/preview`, { amountCents: cents, toMemberId: to }),
    memberId,
    amountCents,
    open,
    toMemberId,
  );

export const useRefundPreview = (memberId: () => number, open: Ref<boolean>) =>
  useQuery({
    queryKey: ['payouts', 'refund', memberId],
    queryFn: () => http.get(`${of(memberId())}/wallet-refunds/preview`),
    enabled: open,
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });

export const useClosingPreview = (cardNo: Ref<string>, open: Ref<boolean>) =>
  useQuery({
    queryKey: ['payouts', 'closing', cardNo],
    queryFn: () => http.get(card(cardNo.value)),
    enabled: computed(() => open.value && cardNo.value !== ''),
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });
