import type { CommandKey, ListParams } from '#web-kit';
import { amountOf } from '../../attempts/acts.js';
import { http } from '../../api/http.js';
import type { AdjustmentKind, AdjustmentRow, AdjustmentSlip } from '../../api/payout.types.js';
import type { Page } from '../../api/types.js';

export type { AdjustmentKind, AdjustmentRow };
export const ADJUSTMENT_KINDS: readonly AdjustmentKind[] = ['principal', 'bonus', 'points'];
export interface AdjustmentTotals {
  principalGivenCents: number;
  principalTakenCents: number;
  bonusGivenCents: number;
  bonusTakenCents: number;
  pointsGiven: number;
  pointsTaken: number;
}
export interface AdjustmentResult {
  adjustmentId: number;
  receiptNo: string;
  amount: number;
  repaid: number;
  balanceAfter: number;
}

export const loadAdjustments = (params: ListParams) =>
  http.get<Page<AdjustmentRow, AdjustmentTotals>>('/adjustments', params);
export const adjustmentsApi = {
  wallet: (memberId: number, input: object, key: CommandKey) =>
    http.post<AdjustmentResult>(`/members/${memberId}/wallet-adjustments`, input, {
      key,
      about: { act: 'adjust', memberId, ...amountOf(input) },
    }),
  points: (memberId: number, input: object, key: CommandKey) =>
    http.post<AdjustmentResult>(`/members/${memberId}/points-adjustments`, input, {
      key,
      about: { act: 'adjust', memberId },
    }),
  view: (id: number) => http.get<AdjustmentSlip>(`/adjustments/${id}`),
};
