import { useQuery } from '@tanstack/vue-query';
import type { ListParams } from '#web-kit';
import { http } from '../../api/http.js';
import type { Page, RoleView, StaffView } from '../../api/types.js';

export const loadStaff = (params: ListParams) => http.get<Page<StaffView>>('/staff', params);

export function useRoles() {
  return useQuery({ queryKey: ['roles', 'all'], queryFn: () => http.get<RoleView[]>('/roles') });
}
