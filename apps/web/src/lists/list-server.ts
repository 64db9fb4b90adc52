import type { ListExports, ListStore } from '#web/web-kit';
import { apiUrl, http } from '../api/http.js';
import { locale } from '../i18n/i18n.js';

const layoutOf = (list: string) => `/list-views/layouts/${encodeURIComponent(list)}` as const;

/** Saved views and columns of lists, per person, on the server. */
export const listStore: ListStore = {
  state: (list) => http.get('/list-views', { list }),
  saveLayout: (list, columns) => http.put(layoutOf(list), { columns }),
  resetLayout: (list) => http.delete(layoutOf(list)),
  createView: (list, view) => http.post('/list-views', { list, ...view }),
  changeView: (id, { name, shared, filters, columns, sort }, version) =>
    http.put(`/list-views/${id}`, { name, shared, filters, columns, sort, version }),
  removeView: (id) => http.delete(`/list-views/${id}`),
};

/** Files of what a list shows: the same job, download and centre as those of reports. */
export const listExports: ListExports = {
  permission: 'report.export',
  start: (list, format, { sort, ...filters }, columns) =>
    http.post(`/reports/${list}/exports`, {
      filters,
      format,
      locale: locale.value,
      columns,
      ...(sort ? { sort: String(sort) } : {}),
    }),
  state: (id) => http.get(`/exports/${id}`),
  cancel: (id) => http.delete(`/exports/${id}`),
  fileUrl: (id) => apiUrl(`/exports/${id}/file`),
  center: { name: 'exports' },
};
