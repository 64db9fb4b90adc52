import { useQuery } from '@tanstack/vue-query';
import { http } from '../../api/http.js';
import type { LevelView } from '../../api/types.js';

export function useLevels() {
  return useQuery({ queryKey: ['levels', 'all'], queryFn: () => http.get<LevelView[]>('/levels') });
}

export type LevelEdit = Pick<LevelView, 'name' | 'payRateBps' | 'pointsPerYuanBps'>;
export const saveLevel = (id: number, edit: LevelEdit) =>
  http.put<LevelView>(`/levels/${id}`, edit);
