import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { http } from '../../api/http.js';

export interface TemplateRow {
  id: number;
  name: string;
  body: string;
  updatedAt: string;
  version: number;
}
export interface TemplatePreview {
  memberId: number | null;
  memberName: string | null;
  text: string;
  length: number;
  parts: number;
  unknown: string[];
}

export function useTemplates() {
  return useQuery({
    queryKey: ['message-templates', 'all'],
    queryFn: () => http.get<TemplateRow[]>('/message-templates'),
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
      return http.post<TemplatePreview>(
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
  http.post<TemplateRow>('/message-templates', template);
export const editTemplate = (
  id: number,
  template: { name: string; body: string; version: number },
) => http.put<TemplateRow>(`/message-templates/${id}`, template);
export const deleteTemplate = (id: number) => http.delete(`/message-templates/${id}`);
