// The face of lists and reports: what a capability declares of its own. The reports of insight run them.
export {
  choice,
  choices,
  cents,
  COLUMN_TYPES,
  date,
  flag,
  instant,
  points,
  qty,
  rate,
  text,
  whole,
} from './columns.js';
export type { ColumnSpec, ColumnType, LinkTarget } from './columns.js';
export { addWords, readWords, registerWords, wordsFrom, wordsOf } from './code-words.js';
export { defineList, LISTS } from './define-list.js';
export { defineReport } from './define-report.js';
export type { ListOrder, Report, ReportScope } from './define-report.js';
export {
  CHAIN_TIMEZONE,
  flagged,
  ids,
  oneOf,
  openPeriod,
  period,
  staffMember,
  startOf,
  stores,
  wholeNumber,
  words,
} from './filters.js';
export type { FilterProblem, FilterSpec, NamedTable, Period, RawFilters } from './filters.js';
export { FILE_LANGUAGES } from './languages.js';
export type { FileLanguage } from './languages.js';
export { memberFound, registerMemberSearch } from './member-search.js';
export { registerReport, REPORTS } from './report-catalogue.js';
export { bare, by, byNameOf, byWords, isDown, ordered } from './sorts.js';
export type { Sorts } from './sorts.js';
export { columnName, joined, later, nothing, run, runMaybe, runOne, sql } from './sql-text.js';
export type { SqlText } from './sql-text.js';
