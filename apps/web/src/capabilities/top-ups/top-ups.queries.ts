import type { CommandKey, ListParams, PageOf } from '#web-kit';
import type { ApprovalInput } from '../../approvals/approvals.api.js';
import { http } from '../../api/http.js';

export interface TopUpRow {
  id: number;
  receiptNo: string;
  businessDate: string;
  at: string;
  storeName: string;
  staffName: string;
  memberId: number;
  memberName: string;
  tender: string;
  principalCents: number;
  bonusCents: number;
  points: number;
  ruleName: string | null;
  ruleVersion: number | null;
  reversedBy: string | null;
  reversalReason: string | null;
}

export interface TopUpTotals {
  count: number;
  principalCents: number;
  bonusCents: number;
  points: number;
  reversedCount: number;
  reversedCents: number;
}

export interface TopUpPage extends PageOf<TopUpRow> {
  totals?: TopUpTotals & Record<string, number>;
}

export interface TopUpReversed {
  receiptNo: string;
  principalCents: number;
  tender: string;
  principalDebtCents: number;
  bonusDebtCents: number;
  pointsDebt: number;
}

export const loadTopUps = (params: ListParams) => http.get<TopUpPage>('/top-ups', params);

export const recentTopUps = (memberId: number) =>
  http.get<TopUpPage>('/top-ups', { memberId, state: 'standing', pageSize: 10 });

export const reverseTopUp = (
  id: number,
  input: { reason: string; approval?: ApprovalInput },
  key: CommandKey,
) =>
  http.post<TopUpReversed>(`/top-ups/${id}/reversal`, input, {
    key,
    about: { act: 'reverseTopUp' },
  });
