// What is shared about imports without I/O: cells, columns, words and where a file stands. No Nest, no database.
export { birthdayValue, dateValue } from './cell-dates.rules.js';
export {
  cardNoValue,
  type CellValue,
  centsValue,
  countValue,
  nameValue,
  phoneValue,
  textOf,
  textValue,
  wordValue,
} from './cell-values.rules.js';
export {
  type ColumnMapping,
  columnProblems,
  type ColumnProblem,
  headerKey,
  type ImportField,
  isSecretHeader,
} from './column-mapping.rules.js';
export { type ImportText, type ImportTexts, reasonOf, reasonsOf } from './import-text.rules.js';
export {
  ENDED_STATUSES,
  type Findings,
  type ImportLocale,
  type ImportMapping,
  type ImportStatus,
  type Outcome,
  type RowProblem,
  type SheetFacts,
  type Totals,
  type UnknownWord,
  WORKING_STATUSES,
} from './import.types.js';
export type { ReadCell } from './reading/reading.types.js';
