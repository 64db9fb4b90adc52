import type { CommandKey } from '#web-kit';
import { http } from '../../api/http.js';

export interface PinState {
  hasPin: boolean;
  attemptsLeft: number;
  lockedUntil: string | null;
}

const of = (memberId: number): string => `/members/${memberId}/pin`;

/** A member's PIN; it is sent and never answered. */
export const pinsApi = {
  state: (memberId: number) => http.get<PinState>(of(memberId)),
  set: (memberId: number, pin: string, key: CommandKey) =>
    http.post<object>(of(memberId), { pin }, { key, about: null }),
  change: (memberId: number, input: { oldPin: string; pin: string }, key: CommandKey) =>
    http.put<object>(of(memberId), input, { key, about: null }),
  reset: (memberId: number, input: object, key: CommandKey) =>
    http.post<object>(`${of(memberId)}/reset`, input, { key, about: null }),
  unlock: (memberId: number, reason: string, key: CommandKey) =>
    http.post<object>(`${of(memberId)}/unlock`, reason ? { reason } : {}, { key, about: null }),
};
