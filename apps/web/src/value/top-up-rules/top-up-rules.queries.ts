import type { GrantInput } from '#web/api-client';
import type { CommandKey, ListParams } from '#web/web-kit';
import { http } from '../../api/http.js';

export interface RuleTerms {
  name: string;
  levelId: number | null;
  storeId: number | null;
  startsOn: string;
  endsOn: string | null;
  payCents: number;
  gives: GrantInput[];
  perMultiple: boolean;
  grantsLevelId: number | null;
}

export interface Overlap {
  id: number;
  name: string;
  wins: boolean;
}

export interface RuleRow extends RuleTerms {
  id: number;
  version: number;
  levelName: string | null;
  storeName: string | null;
  grantsLevelName: string | null;
  active: boolean;
  state: 'planned' | 'running' | 'ended';
  usedTimes: number;
  madeByName: string | null;
  madeAt: string;
  overlaps: Overlap[];
}

export interface RuleSaved {
  id: number;
  version: number;
  overlaps: Overlap[];
}

const PATH = '/top-up-rules';

export const rulesApi = {
  list: (params: ListParams) => http.get(PATH, params),
  versions: (id: number) => http.get(`${PATH}/${id}/versions`),
  create: (terms: RuleTerms, key: CommandKey) =>
    http.post(PATH, terms, { key, about: { act: 'topUpRule' } }),
  edit: (id: number, terms: RuleTerms & { version: number }, key: CommandKey) =>
    http.put(`${PATH}/${id}`, terms, { key, about: { act: 'topUpRule' } }),
  end: (id: number, lastDay: string | null, version: number, key: CommandKey) =>
    http.post(`${PATH}/${id}/end`, lastDay ? { lastDay, version } : { version }, {
      key,
      about: { act: 'topUpRule' },
    }),
};
