// What the browser shares about imports: no Nest, no database.
export { type ControlTotals, SIGNED_FIGURES, type SignedTotals } from './control-totals.rules.js';
export {
  type ColumnMapping,
  IMPORT_FIELDS,
  type ImportField,
  mappingProblems,
} from './import-fields.rules.js';
export { reasonOf } from './import-reasons.rules.js';
export type { RowProblem } from './import-row.rules.js';
export { IMPORT_TEXT } from './import.locale.js';
export {
  ENDED_STATUSES,
  type Findings,
  type ImportMapping,
  type ImportStatus,
  type Outcome,
  type SheetFacts,
  WORKING_STATUSES,
} from './import.types.js';
