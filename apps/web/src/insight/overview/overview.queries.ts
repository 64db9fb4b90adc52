import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import type { Ref } from 'vue';
import { http } from '../../api/http.js';

export interface OverviewParams {
  from: string;
  to: string;
  storeIds?: number[];
}

export function useOverview(params: Ref<OverviewParams>) {
  return useQuery({
    queryKey: ['overview', params],
    queryFn: () => http.get('/overview', { ...params.value }),
    placeholderData: keepPreviousData,
  });
}
