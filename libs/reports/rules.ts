/** The reports' face for the browser: words and codes; no Nest, no SQL. */
export { REPORT_TEXT } from './report.locale.js';
export type { ReportText } from './report.locale.js';
export { EXPORT_FORMATS, EXPORT_STATUSES, REPORT_LOCALES, SALE_TENDERS } from './report-words.js';
export type { ExportFormat, ExportStatus, ReportLocale, SaleTender } from './report-words.js';
export { COLUMN_TYPES } from './engine/columns.js';
export type { ColumnType, LinkTarget } from './engine/columns.js';
