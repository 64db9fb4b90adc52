import { useQuery } from '@tanstack/vue-query';
import { JOB_RUNNING, type ExportFormat, type ListParams, type ReportSource } from '#web/web-kit';
import { type AnswerOf, apiUrl, http, request } from '../../api/http.js';
import { locale } from '../../i18n/i18n.js';

export function useReports() {
  return useQuery({
    queryKey: ['reports', 'all'],
    queryFn: () => http.get('/reports'),
    staleTime: 60_000,
  });
}

/** What a file is made of: the filters without the page being looked at. */
const filtersOf = ({ page: _page, pageSize: _size, sort: _sort, ...filters }: ListParams) =>
  filters;

/** The server behind one report. */
export const reportSource = (reportId: string): ReportSource => ({
  // Each report has filters of its own, which its description names and the API's does not.
  rows: (query) =>
    request<AnswerOf<'GET', `/reports/${string}/rows`>>('GET', `/reports/${reportId}/rows`, {
      query,
    }),
  detail: (rowId) => http.get(`/reports/${reportId}/rows/${rowId as number}/detail`),
  startExport: (format: ExportFormat, params, columns) =>
    http.post(`/reports/${reportId}/exports`, {
      filters: filtersOf(params),
      format,
      locale: locale.value,
      columns,
      ...(params.sort ? { sort: String(params.sort) } : {}),
    }),
  exportState: (id) => http.get(`/exports/${id}`),
  cancelExport,
  fileUrl,
});

export const cancelExport = (id: number): Promise<void> => http.delete(`/exports/${id}`);
export const fileUrl = (id: number): string => apiUrl(`/exports/${id}/file`);

const LOOK_EVERY_MS = 1_000;

/** My exports; asked again while one of them is being made. */
export function useExports() {
  return useQuery({
    queryKey: ['exports', 'mine'],
    queryFn: () => http.get('/exports'),
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => JOB_RUNNING.has(status)) ? LOOK_EVERY_MS : false,
  });
}
