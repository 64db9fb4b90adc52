import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import type { SegmentFilter, SegmentVisibility } from '#segments/rules';
import type { ListParams } from '#web-kit';
import { http } from '../../api/http.js';
import type { Page } from '../../api/types.js';
import type {
  SegmentMember,
  SegmentOptions,
  SegmentPreview,
  SegmentRow,
} from './segments.types.js';

/** Counting may look at every purchase of every member. */
const PATIENCE_MS = 30_000;

export const loadSegments = (params: ListParams) => http.get<Page<SegmentRow>>('/segments', params);
export const loadSegmentMembers = (id: number, params: ListParams) =>
  http.get<Page<SegmentMember>>(`/segments/${id}/members`, params, { timeoutMs: PATIENCE_MS });

export function useSegments() {
  return useQuery({
    queryKey: ['segments', 'all'],
    queryFn: () => http.get<Page<SegmentRow>>('/segments', { pageSize: 200 }),
  });
}

export function useSegment(id: MaybeRefOrGetter<number | null>) {
  return useQuery({
    queryKey: ['segments', 'one', id],
    queryFn: () => http.get<SegmentRow>(`/segments/${toValue(id)}`),
    enabled: () => toValue(id) !== null,
  });
}

export function useSegmentOptions() {
  return useQuery({
    queryKey: ['segments', 'options'],
    queryFn: () => http.get<SegmentOptions>('/segments/options'),
    staleTime: 60_000,
  });
}

/** Who meets conditions that need not be saved. */
export function useSegmentPreview(filter: MaybeRefOrGetter<SegmentFilter | null>) {
  const asked = computed(() => JSON.stringify(toValue(filter)));
  return useQuery({
    queryKey: ['segments', 'preview', asked],
    queryFn: ({ signal }) =>
      http.post<SegmentPreview>(
        '/segments/preview',
        { filter: JSON.parse(asked.value) as unknown },
        { signal, timeoutMs: PATIENCE_MS },
      ),
    enabled: () => toValue(filter) !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export const countSegment = (id: number) =>
  http.get<SegmentPreview>(`/segments/${id}/preview`, undefined, { timeoutMs: PATIENCE_MS });

export interface SegmentDraft {
  name: string;
  filter: SegmentFilter;
  visibility: SegmentVisibility;
}
export const createSegment = (draft: SegmentDraft) => http.post<SegmentRow>('/segments', draft);
export const editSegment = (id: number, draft: SegmentDraft & { version: number }) =>
  http.put<SegmentRow>(`/segments/${id}`, draft);
export const deleteSegment = (id: number) => http.delete(`/segments/${id}`);
