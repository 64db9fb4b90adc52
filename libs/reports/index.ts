export { ReportPermission } from './report.permissions.js';
export { ExportError, ReportError } from './report.errors.js';
export { ReportsModule, ReportsWorkerModule } from './reports.module.js';
export * from './rules.js';
