import type { CommandKey } from '#web/web-kit';
import { useQuery } from '@tanstack/vue-query';
import { http } from '../../api/http.js';

export type { LevelChangeRow } from '#web/api-client';

export const changeLevel = (
  memberId: number,
  input: { levelId: number; fromLevelId: number; reason: string; pinned: boolean },
  key: CommandKey,
) =>
  http.post(`/members/${memberId}/level`, input, {
    key,
    about: { act: 'changeLevel', memberId },
  });

export const useLevelChanges = (memberId: () => number) =>
  useQuery({
    queryKey: ['members', 'level-changes', memberId],
    queryFn: () => http.get(`/members/${memberId()}/level-changes`),
  });
