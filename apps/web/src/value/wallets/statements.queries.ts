import type { CommandKey } from '#web/web-kit';
import { http } from '../../api/http.js';

export type {
  StatementLineView as StatementLine,
  StatementRowView as StatementRow,
  StatementView as Statement,
} from '#web/api-client';

export const statementsApi = {
  list: (memberId: number) => http.get(`/members/${memberId}/statements`),
  make: (memberId: number, period: { from: string; to: string }, key: CommandKey) =>
    http.post(`/members/${memberId}/statements`, period, { key, about: null }),
  show: (code: string) => http.get(`/statements/${encodeURIComponent(code)}`),
};
