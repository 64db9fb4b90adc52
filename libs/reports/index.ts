export {
  choice,
  choices,
  cents,
  date,
  flag,
  instant,
  points,
  qty,
  text,
  whole,
} from './engine/columns.js';
export { defineList, LISTS } from './engine/define-list.js';
export { by, byName, byWords, type Sorts } from './engine/sorts.js';
export { defineReport, type Report } from './engine/define-report.js';
export type { FilterSpec } from './engine/filters.js';
export {
  flagged,
  ids,
  oneOf,
  openPeriod,
  staffMember,
  startOf,
  stores,
  wholeNumber,
  words,
} from './engine/filters.js';
export { registerMemberSearch } from './engine/member-search.js';
export { nothing, run, runMaybe, runOne, sql, type SqlText } from './engine/sql-text.js';
export { registerWords } from './code-words.js';
export { registerReport } from './report-catalogue.js';
export { ReportPermission } from './report.permissions.js';
export { ExportError, ReportError } from './report.errors.js';
export { ReportsModule, ReportsWorkerModule } from './reports.module.js';
export * from './rules.js';
