import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import type { SegmentFilter, SegmentVisibility } from '#contact/segments/rules';
import type { EditSegmentInput, PreviewSegmentInput, SaveSegmentInput } from '#web/api-client';
import type { ListParams, PageOf } from '#web/web-kit';
import { http } from '../../api/http.js';
import type { SegmentRow } from './segments.types.js';

/** Counting may look at every purchase of every member. */
const PATIENCE_MS = 30_000;

export const loadSegments = (params: ListParams) =>
  http.get('/segments', params) as unknown as Promise<PageOf<SegmentRow>>;
export const loadSegmentMembers = (id: number, params: ListParams) =>
  http.get(`/segments/${id}/members`, params, { timeoutMs: PATIENCE_MS });

export function useSegments() {
  return useQuery({
    queryKey: ['segments', 'all'],
    queryFn: () => loadSegments({ pageSize: 200 }),
  });
}

export function useSegment(id: MaybeRefOrGetter<number | null>) {
  return useQuery({
    queryKey: ['segments', 'one', id],
    queryFn: () => http.get(`/segments/${toValue(id) as number}`) as unknown as Promise<SegmentRow>,
    enabled: () => toValue(id) !== null,
  });
}

export function useSegmentOptions() {
  return useQuery({
    queryKey: ['segments', 'options'],
    queryFn: () => http.get('/segments/options'),
    staleTime: 60_000,
  });
}

/** Who meets conditions that need not be saved. */
export function useSegmentPreview(filter: MaybeRefOrGetter<SegmentFilter | null>) {
  const asked = computed(() => JSON.stringify(toValue(filter)));
  return useQuery({
    queryKey: ['segments', 'preview', asked],
    queryFn: ({ signal }) =>
      http.post(
        '/segments/preview',
        { filter: JSON.parse(asked.value) as PreviewSegmentInput['filter'] },
        { signal, timeoutMs: PATIENCE_MS },
      ),
    enabled: () => toValue(filter) !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export const countSegment = (id: number) =>
  http.get(`/segments/${id}/preview`, undefined, { timeoutMs: PATIENCE_MS });

export interface SegmentDraft {
  name: string;
  filter: SegmentFilter;
  visibility: SegmentVisibility;
}
export const createSegment = (draft: SegmentDraft) =>
  http.post('/segments', draft as unknown as SaveSegmentInput);
export const editSegment = (id: number, draft: SegmentDraft & { version: number }) =>
  http.put(`/segments/${id}`, draft as unknown as EditSegmentInput);
export const deleteSegment = (id: number) => http.delete(`/segments/${id}`);
