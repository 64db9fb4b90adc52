import { useQuery } from '@tanstack/vue-query';
import type { MemberFilterInput } from '#web/api-client';
import type { CommandKey, ListParams } from '#web/web-kit';
import { http } from '../../api/http.js';

export type { BulkTaggedView as BulkTagged, MemberRow } from '#web/api-client';

export const loadMembers = (params: ListParams) => http.get('/members', params);

export function useTags() {
  return useQuery({ queryKey: ['tags', 'all'], queryFn: () => http.get('/tags') });
}

/** Tags for those chosen: by their ids, or all that the filters leave. */
export const tagMembers = (
  who: { memberIds: number[] } | { filter: MemberFilterInput },
  tags: { add: number[]; remove: number[] },
  key: CommandKey,
) => http.post('/members/tags', { ...who, ...tags }, { key, about: null });
