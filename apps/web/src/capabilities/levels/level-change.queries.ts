import type { CommandKey } from '#web-kit';
import { useQuery } from '@tanstack/vue-query';
import { http } from '../../api/http.js';

export interface LevelChangeRow {
  id: number;
  fromLevelName: string;
  toLevelName: string;
  source: 'manual' | 'top_up_rule' | 'import' | 'merge';
  reason: string | null;
  pinned: boolean;
  staffName: string | null;
  storeName: string | null;
  at: string;
}

export const changeLevel = (
  memberId: number,
  input: { levelId: number; fromLevelId: number; reason: string; pinned: boolean },
  key: CommandKey,
) =>
  http.post<{ changed: boolean }>(`/members/${memberId}/level`, input, {
    key,
    about: { act: 'changeLevel', memberId },
  });

export const useLevelChanges = (memberId: () => number) =>
  useQuery({
    queryKey: ['members', 'level-changes', memberId],
    queryFn: () => http.get<LevelChangeRow[]>(`/members/${memberId()}/level-changes`),
  });
