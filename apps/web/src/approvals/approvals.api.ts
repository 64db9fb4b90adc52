import type { ApprovalLimit } from '#approvals/rules';
import type { CommandKey } from '#web-kit';
import type { Page } from '../api/types.js';
import { http } from '../api/http.js';

export type RequestStatus = 'pending' | 'approved' | 'refused' | 'cancelled' | 'used' | 'expired';
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

export interface RequestView extends NeededApproval {
  id: number;
  subjectName: string | null;
  subjectPhoneMasked: string | null;
  /** The other member of the act, as who gets a transfer. */
  otherName: string | null;
  storeName: string;
  tillName: string | null;
  note: string | null;
  status: RequestStatus;
  askedByName: string;
  askedAt: string;
  expiresAt: string;
  decidedByName: string | null;
  decidedAt: string | null;
  decisionNote: string | null;
  own: boolean;
  mayDecide: boolean;
}

export interface StaffPinView {
  set: boolean;
  setAt: string | null;
  failures: number;
  lockedUntil: string | null;
}

export const approvalsApi = {
  ask: (input: NeededApproval & { note?: string }, key: CommandKey) =>
    http.post<{ requestId: number; expiresAt: string }>('/approvals', input, { key, about: null }),
  list: (query: { status?: RequestStatus; page?: number; pageSize?: number }) =>
    http.get<Page<RequestView>>('/approvals', query),
  view: (id: number) => http.get<RequestView>(`/approvals/${id}`),
  waiting: () => http.get<{ count: number }>('/approvals/waiting'),
  decide: (id: number, decision: 'approve' | 'refuse', note: string, key: CommandKey) =>
    http.post<object>(
      `/approvals/${id}/decision`,
      { decision, ...(note ? { note } : {}) },
      { key, about: null },
    ),
  cancel: (id: number, key: CommandKey) =>
    http.post<object>(`/approvals/${id}/cancellation`, {}, { key, about: null }),
  pin: () => http.get<StaffPinView>('/session/pin'),
  setPin: (password: string, pin: string) => http.put<void>('/session/pin', { password, pin }),
};
