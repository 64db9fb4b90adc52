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

export const reverseTopUp = (
  id: number,
  input: { reason: string; approval?: ApprovalInput },
  key: CommandKey,
) =>
  http.post(`/top-ups/${id}/reversal`, input, {
    key,
    about: { act: 'reverseTopUp' },
  });
