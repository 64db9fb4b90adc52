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
  set: (memberId: number, pin: string, key: string) =>
    http.post<object>(of(memberId), { pin }, { key }),
  change: (memberId: number, input: { oldPin: string; pin: string }, key: string) =>
    http.put<object>(of(memberId), input, { key }),
  reset: (memberId: number, input: object, key: string) =>
    http.post<object>(`${of(memberId)}/reset`, input, { key }),
  unlock: (memberId: number, reason: string, key: string) =>
    http.post<object>(`${of(memberId)}/unlock`, reason ? { reason } : {}, { key }),
};
