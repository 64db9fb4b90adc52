import { useQuery } from '@tanstack/vue-query';
import { http } from '../../api/http.js';
import type { CountedLevelView, LevelView } from '../../api/types.js';

export function useLevels() {
  return useQuery({ queryKey: ['levels', 'all'], queryFn: () => http.get<LevelView[]>('/levels') });
}

/** … with how many members each has: all members are counted for it. */
export function useCountedLevels() {
  return useQuery({
    queryKey: ['levels', 'counted'],
    queryFn: () => http.get<CountedLevelView[]>('/levels/counted'),
  });
}

export type LevelEdit = Pick<LevelView, 'name' | 'payRateBps' | 'pointsPerYuanBps' | 'version'>;
export const saveLevel = (id: number, edit: LevelEdit) =>
  http.put<LevelView>(`/levels/${id}`, edit);
