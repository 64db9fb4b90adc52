import { LIMIT_WARNINGS } from '../limits/limit-sum.rules.js';
import type { RequestStatus } from './approvals.api.js';

/** What an act waits for: an answer, its own result, or to be seen. */
export type WaitingState = 'waiting' | 'doing' | 'done' | 'refused' | 'gone' | 'asks' | 'failed';

export interface Answered {
  status: RequestStatus;
  subjectName: string | null;
  decidedByName: string | null;
  decisionNote: string | null;
}

/** What the answer to a request makes of the act that waits for it. */
export function stateOf(status: RequestStatus): WaitingState {
  switch (status) {
    case 'pending':
      return 'waiting';
    case 'approved':
      return 'doing';
    case 'used':
      return 'done';
    case 'refused':
      return 'refused';
    default:
      return 'gone';
  }
}

/** What an approved act has come to that was refused; a warning of a limit is read, and then it goes on. */
export const stateOfRefusal = (code: string): WaitingState =>
  LIMIT_WARNINGS.includes(code) ? 'asks' : 'failed';

/** The slip that an act has made; null: none. */
export function slipOf(result: unknown): { kind: 'payout' | 'adjustment'; id: number } | null {
  const { payoutId, adjustmentId } = (result ?? {}) as Record<string, unknown>;
  if (typeof payoutId === 'number') return { kind: 'payout', id: payoutId };
  if (typeof adjustmentId === 'number') return { kind: 'adjustment', id: adjustmentId };
  return null;
}
