import type { ResetPinInput } from '#web/api-client';
import type { CommandKey } from '#web/web-kit';
import type { Draft } from '../../api/draft.js';
import { http } from '../../api/http.js';

const of = (memberId: number) => `/members/${memberId}/pin` as const;

/** A member's PIN; it is sent and never answered. */
export const pinsApi = {
  state: (memberId: number) => http.get(of(memberId)),
  set: (memberId: number, pin: string, key: CommandKey) =>
    http.post(of(memberId), { pin }, { key, about: null }),
  change: (memberId: number, input: { oldPin: string; pin: string }, key: CommandKey) =>
    http.put(of(memberId), input, { key, about: null }),
  reset: (memberId: number, input: Draft<ResetPinInput>, key: CommandKey) =>
    http.post(`${of(memberId)}/reset`, input as ResetPinInput, { key, about: null }),
  unlock: (memberId: number, reason: string, key: CommandKey) =>
    http.post(`${of(memberId)}/unlock`, reason ? { reason } : {}, { key, about: null }),
};
