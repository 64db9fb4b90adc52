import { useQuery } from '@tanstack/vue-query';
import { toValue, type MaybeRefOrGetter } from 'vue';
import type { ListParams } from '#web-kit';
import { http } from '../../api/http.js';
import type { MessageRow, Page } from '../../api/types.js';

export const loadMessages = (params: ListParams) => http.get<Page<MessageRow>>('/messages', params);

export function useMemberMessages(id: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['messages', 'of-member', id],
    queryFn: () =>
      http.get<Page<MessageRow>>(`/members/${toValue(id)}/messages`, { pageSize: 100 }),
  });
}
