import { useQuery } from '@tanstack/vue-query';
import {
  JOB_RUNNING,
  type ExportFormat,
  type ListParams,
  type PageOf,
  type ReportDefinition,
  type ReportRecord,
  type ReportSource,
} from '#web-kit';
import { apiUrl, http } from '../../api/http.js';
import type { ExportView } from '../../api/types.js';
import { locale } from '../../i18n/i18n.js';

export function useReports() {
  return useQuery({
    queryKey: ['reports', 'all'],
    queryFn: () => http.get<ReportDefinition[]>('/reports'),
    staleTime: 60_000,
  });
}

/** What a file is made of: the filters without the page being looked at. */
const filtersOf = ({ page: _page, pageSize: _size, sort: _sort, ...filters }: ListParams) =>
  filters;

/** The server behind one report. */
export const reportSource = (reportId: string): ReportSource => ({
  rows: (params) => http.get<PageOf<ReportRecord>>(`/reports/${reportId}/rows`, params),
  detail: (rowId) => http.get<ReportRecord[]>(`/reports/${reportId}/rows/${rowId}/detail`),
  startExport: (format: ExportFormat, params, columns) =>
    http.post<ExportView>(`/reports/${reportId}/exports`, {
      filters: filtersOf(params),
      format,
      locale: locale.value,
      columns,
      ...(params.sort ? { sort: params.sort } : {}),
    }),
  exportState: (id) => http.get<ExportView>(`/exports/${id}`),
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
    queryFn: async () => {
      const answer = await http.get<ExportView[] | PageOf<ExportView>>('/exports');
      return Array.isArray(answer) ? answer : answer.rows;
    },
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => JOB_RUNNING.has(status)) ? LOOK_EVERY_MS : false,
  });
}
