import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { toValue, type MaybeRefOrGetter } from 'vue';
import type { ListParams } from '#web/web-kit';
import { http } from '../../api/http.js';

export interface TemplateRow {
  id: number;
  name: string;
  body: string;
  updatedAt: string;
  version: number;
}

export const loadTemplates = (params: ListParams) => http.get('/message-templates', params);

/** To choose one from. */
export function useTemplates() {
  return useQuery({
    queryKey: ['message-templates', 'all'],
    queryFn: async () => (await loadTemplates({ pageSize: 200 })).rows,
  });
}

/** A text for one member; without one, for the member who joined last. */
export function useTemplatePreview(
  body: MaybeRefOrGetter<string>,
  memberId: MaybeRefOrGetter<number | null>,
) {
  return useQuery({
    queryKey: ['message-templates', 'preview', body, memberId],
    queryFn: ({ signal }) => {
      const id = toValue(memberId);
      return http.post(
        '/message-templates/preview',
        { body: toValue(body), ...(id ? { memberId: id } : {}) },
        { signal },
      );
    },
    enabled: () => toValue(body).trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export const createTemplate = (template: { name: string; body: string }) =>
  http.post('/message-templates', template);
export const editTemplate = (
  id: number,
  template: { name: string; body: string; version: number },
) => http.put(`/message-templates/${id}`, template);
export const deleteTemplate = (id: number) => http.delete(`/message-templates/${id}`);
