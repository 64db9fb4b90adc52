import { useQuery } from '@tanstack/vue-query';
import { toValue, type MaybeRefOrGetter } from 'vue';
import type { ListParams } from '#web/web-kit';
import { http } from '../../api/http.js';

export const loadMessages = (params: ListParams) => http.get('/messages', params);

export function useMemberMessages(id: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['messages', 'of-member', id],
    queryFn: () => http.get(`/members/${toValue(id)}/messages`, { pageSize: 100 }),
  });
}
