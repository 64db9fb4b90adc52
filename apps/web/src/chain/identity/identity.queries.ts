import { useQuery } from '@tanstack/vue-query';
import type { ListParams } from '#web/web-kit';
import { http } from '../../api/http.js';

export const loadStaff = (params: ListParams) => http.get('/staff', params);

export function useRoles() {
  return useQuery({ queryKey: ['roles', 'all'], queryFn: () => http.get('/roles') });
}
