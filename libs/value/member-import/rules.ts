// What the browser shares about an import of members: no Nest, no database.
export { type ControlTotals, SIGNED_FIGURES, type SignedTotals } from './control-totals.rules.js';
export {
  IMPORT_FIELDS,
  type ImportField,
  mappingProblems,
  type MemberColumns,
} from './import-fields.rules.js';
export { IMPORT_TEXT } from './member-import.locale.js';
export type {
  MemberFindings,
  MemberMapping,
  MemberOutcome,
  MemberRowProblem,
} from './member-import.types.js';
