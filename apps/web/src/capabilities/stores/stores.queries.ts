import { useQuery } from '@tanstack/vue-query';
import { http } from '../../api/http.js';
import type { StoreView } from '../../api/types.js';

export function useStores() {
  return useQuery({ queryKey: ['stores', 'all'], queryFn: () => http.get<StoreView[]>('/stores') });
}

export interface StoreEdit {
  name: string;
  region?: string;
  timezone: string;
  cutoverHour: number;
  phone?: string;
  address?: string;
  active: boolean;
  version: number;
}
export const saveStore = (id: number, edit: StoreEdit) =>
  http.put<StoreView>(`/stores/${id}`, edit);
