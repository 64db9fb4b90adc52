import type { PointsAdjustmentInput, WalletAdjustmentInput } from '#web/api-client';
import type { CommandKey, ListParams } from '#web/web-kit';
import { amountOf } from '../../attempts/acts.js';
import type { Draft } from '../../api/draft.js';
import { http } from '../../api/http.js';
import type { AdjustmentKind, AdjustmentRow } from '../../api/payout.types.js';

export type { AdjustmentKind, AdjustmentRow };
export const ADJUSTMENT_KINDS: readonly AdjustmentKind[] = ['principal', 'bonus', 'points'];
export type { AdjustmentResult, AdjustmentTotals } from '#web/api-client';

export const loadAdjustments = (params: ListParams) => http.get('/adjustments', params);
export const adjustmentsApi = {
  wallet: (memberId: number, input: Draft<WalletAdjustmentInput>, key: CommandKey) =>
    http.post(`/members/${memberId}/wallet-adjustments`, input as WalletAdjustmentInput, {
      key,
      about: { act: 'adjust', memberId, ...amountOf(input) },
    }),
  points: (memberId: number, input: Draft<PointsAdjustmentInput>, key: CommandKey) =>
    http.post(`/members/${memberId}/points-adjustments`, input as PointsAdjustmentInput, {
      key,
      about: { act: 'adjust', memberId },
    }),
  view: (id: number) => http.get(`/adjustments/${id}`),
};
