import type {
  Findings,
  ImportMapping,
  Outcome,
  RowProblem,
  UnknownWord,
} from '#chain/imports/rules';
import type { ControlTotals } from './control-totals.rules.js';
import type { ImportField, MemberColumns } from './import-fields.rules.js';

/** As import_job names it. */
export const MEMBERS = 'members';

export type MemberRowProblem = RowProblem<ImportField>;

/** Whose question a dry run is, and whether they may see whole phones. */
export interface Asker {
  staffId: number;
  seesPhones: boolean;
}

/** What is kept beside the columns: which word means what. */
export interface MemberChoices {
  /** Words of the file that are no names of ours: level and store ids by word. */
  levelWords: Record<string, number>;
  storeWords: Record<string, number>;
  defaultLevelId: number;
  /** null: rows that name no store are refused until a person says which. */
  defaultStoreId: number | null;
  /** Missing in older imports. */
  asker?: Asker;
}

export interface MemberMapping extends MemberChoices, ImportMapping {
  columns: MemberColumns;
}

export interface MemberFindings extends Findings<ControlTotals, ImportField> {
  unknownLevels: UnknownWord[];
  unknownStores: UnknownWord[];
}

export interface MemberOutcome extends Outcome<ControlTotals> {
  referrersLinked: number;
}
