import type { CommandKey } from '#web-kit';
import { http } from '../../api/http.js';

export interface StatementRow {
  code: string;
  from: string;
  to: string;
  closingCents: number;
  lines: number;
  madeByName: string;
  madeAt: string;
}

export interface StatementDraw {
  kind: 'principal' | 'bonus';
  originOn: string;
  originStoreName: string;
  amountCents: number;
}

export interface StatementLine {
  entryId: number;
  businessDate: string;
  kind: string;
  documentNo: string | null;
  storeName: string;
  principalCents: number;
  bonusCents: number;
  balanceCents: number;
  draws: StatementDraw[];
}

export interface StatementLot {
  kind: 'principal' | 'bonus';
  originOn: string;
  originStoreName: string;
  tender: string | null;
  releasesOn: string | null;
  expiresOn: string | null;
  grantedCents: number;
  remainingCents: number;
}

export interface Statement {
  code: string;
  madeAt: string;
  madeByName: string;
  storeName: string | null;
  memberId: number;
  memberName: string;
  phoneMasked: string | null;
  walletId: number;
  from: string;
  to: string;
  openingPrincipalCents: number;
  openingBonusCents: number;
  closingPrincipalCents: number;
  closingBonusCents: number;
  lines: StatementLine[];
  lots: StatementLot[];
  genuine: boolean;
}

export const statementsApi = {
  list: (memberId: number) => http.get<StatementRow[]>(`/members/${memberId}/statements`),
  make: (memberId: number, period: { from: string; to: string }, key: CommandKey) =>
    http.post<{ code: string }>(`/members/${memberId}/statements`, period, { key, about: null }),
  show: (code: string) => http.get<Statement>(`/statements/${encodeURIComponent(code)}`),
};
