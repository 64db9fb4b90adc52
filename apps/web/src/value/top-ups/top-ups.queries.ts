import type { TopUpRowView } from '#web/api-client';
import type { CommandKey, ListParams } from '#web/web-kit';
import type { ApprovalInput } from '../../approvals/approvals.api.js';
import { http } from '../../api/http.js';

export type {
  TopUpReversedView as TopUpReversed,
  TopUpRowView as TopUpRow,
  TopUpTotals,
} from '#web/api-client';

export const loadTopUps = (params: ListParams) => http.get('/top-ups', params);

export const recentTopUps = (memberId: number) =>
  http.get('/top-ups', { memberId, state: 'standing', pageSize: 10 });

/** Of one that is not among the recent ones only the number is known. */
export const reverseTopUp = (
  { id, memberId, receiptNo, principalCents }: Pick<TopUpRowView, 'id'> & Partial<TopUpRowView>,
  input: { reason: string; approval?: ApprovalInput },
  key: CommandKey,
) =>
  http.post(`/top-ups/${id}/reversal`, input, {
    key,
    about: { act: 'reverseTopUp', memberId, receiptNo, amountCents: principalCents },
  });
