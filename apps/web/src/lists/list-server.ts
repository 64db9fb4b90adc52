import type { ListExports, ListState, ListStore, SavedView } from '#web-kit';
import { apiUrl, http } from '../api/http.js';
import type { ExportView } from '../api/types.js';
import { locale } from '../i18n/i18n.js';

const layoutOf = (list: string) => `/list-views/layouts/${encodeURIComponent(list)}`;

/** Saved views and columns of lists, per person, on the server. */
export const listStore: ListStore = {
  state: (list) => http.get<ListState>('/list-views', { list }),
  saveLayout: (list, columns) => http.put(layoutOf(list), { columns }),
  resetLayout: (list) => http.delete(layoutOf(list)),
  createView: (list, view) => http.post<SavedView>('/list-views', { list, ...view }),
  changeView: (id, { name, shared, filters, columns, sort }, version) =>
    http.put<SavedView>(`/list-views/${id}`, { name, shared, filters, columns, sort, version }),
  removeView: (id) => http.delete(`/list-views/${id}`),
};

/** Files of what a list shows: the same job, download and centre as those of reports. */
export const listExports: ListExports = {
  permission: 'report.export',
  start: (list, format, { sort, ...filters }, columns) =>
    http.post<ExportView>(`/reports/${list}/exports`, {
      filters,
      format,
      locale: locale.value,
      columns,
      ...(sort ? { sort } : {}),
    }),
  state: (id) => http.get<ExportView>(`/exports/${id}`),
  cancel: (id) => http.delete(`/exports/${id}`),
  fileUrl: (id) => apiUrl(`/exports/${id}/file`),
  center: { name: 'exports' },
};
