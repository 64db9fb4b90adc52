/** The reports' face for the browser: words and codes; no Nest, no SQL. */
export { REPORT_TEXT } from './report.locale.js';
export type { ReportText } from './report.locale.js';
export { EXPORT_FORMATS, EXPORT_STATUSES } from './report-words.js';
export type { ExportFormat, ExportStatus } from './report-words.js';
