import { useQuery } from '@tanstack/vue-query';
import type { ListParams } from '#web/web-kit';
import { http } from '../../api/http.js';
import type { LevelView } from '../../api/types.js';

export function useLevels() {
  return useQuery({ queryKey: ['levels', 'all'], queryFn: () => http.get('/levels') });
}

/** … with how many members each has: all members are counted for it. */
export const loadLevels = (params: ListParams) => http.get('/levels/counted', params);

export type LevelEdit = Pick<LevelView, 'name' | 'payRateBps' | 'pointsPerYuanBps' | 'version'>;
export const saveLevel = (id: number, edit: LevelEdit) => http.put(`/levels/${id}`, edit);
