import './consumption-detail.report.js';
// Reports: runs what `defineReport` and `defineList` declare, on the screen and into files.
export { ReportPermission } from './report.permissions.js';
export { ExportError, ReportError } from './report.errors.js';
export { reportsManifest } from './reports.manifest.js';
export * from './rules.js';
