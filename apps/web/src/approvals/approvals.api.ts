import type { ApprovalLimit } from '#chain/approvals/rules';
import type { RequestView } from '#web/api-client';
import type { CommandKey } from '#web/web-kit';
import { http } from '../api/http.js';

export type RequestStatus = RequestView['status'];
export type ApprovalFacts = Record<string, string | number | boolean | null>;

/** What a refused command says it needs: the question to a second person, word for word. */
export interface NeededApproval {
  kind: string;
  subjectKind: string;
  subjectId: number;
  storeId: number;
  amountCents: number;
  facts: ApprovalFacts;
  /** Why it is asked: the amount of the act, or what the day comes to with it. */
  limit: ApprovalLimit;
}

/** The params of approval.required. */
export interface RefusedAct extends NeededApproval {
  limitCents: number | null;
}

/** The second person's part of a command. */
export interface ApprovalInput {
  login?: string;
  pin?: string;
  requestId?: number;
}

export type { RequestView };

export const approvalsApi = {
  ask: (input: NeededApproval & { note?: string }, key: CommandKey) =>
    http.post('/approvals', input, { key, about: null }),
  list: (query: { status?: RequestStatus; page?: number; pageSize?: number }) =>
    http.get('/approvals', query),
  view: (id: number) => http.get(`/approvals/${id}`),
  waiting: () => http.get('/approvals/waiting'),
  decide: (id: number, decision: 'approve' | 'refuse', note: string, key: CommandKey) =>
    http.post(
      `/approvals/${id}/decision`,
      { decision, ...(note ? { note } : {}) },
      { key, about: null },
    ),
  cancel: (id: number, key: CommandKey) =>
    http.post(`/approvals/${id}/cancellation`, undefined, { key, about: null }),
  pin: () => http.get('/session/pin'),
  setPin: (password: string, pin: string) => http.put('/session/pin', { password, pin }),
};
