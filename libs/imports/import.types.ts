import type { ControlTotals } from './control-totals.rules.js';
import type { ColumnMapping, ImportField } from './import-fields.rules.js';
import type { SheetHead, SheetNotes } from './reading/reading.types.js';

export const IMPORT_STATUSES = [
  'reading',
  'mapping',
  'checking',
  'checked',
  'committing',
  'done',
  'cancelled',
  'refused',
  'failed',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** A job of the background is at work. */
export const WORKING_STATUSES: readonly ImportStatus[] = ['reading', 'checking', 'committing'];
/** Nothing more will happen. */
export const ENDED_STATUSES: readonly ImportStatus[] = ['done', 'cancelled', 'refused', 'failed'];

export const IMPORT_LOCALES = ['zh-CN', 'en'] as const;
export type ImportLocale = (typeof IMPORT_LOCALES)[number];

/** What the first step found in the file. */
export interface SheetFacts extends SheetHead {
  /** The first rows as they read, to see which column is which. */
  samples: string[][];
  suggested: ColumnMapping;
  notes: SheetNotes | null;
}

/** Which column and which word means what. */
export interface ImportMapping {
  columns: ColumnMapping;
  /** Words of the file that are no names of ours: level and store ids by word. */
  levelWords: Record<string, number>;
  storeWords: Record<string, number>;
  defaultLevelId: number;
  /** null: rows that name no store are refused until a person says which. */
  defaultStoreId: number | null;
  /** The stores of the person who asked: no row goes anywhere else. */
  storeIds: readonly number[];
}

export interface CountedProblem {
  field: ImportField | null;
  code: string;
  rows: number;
}

/** What a pass over all rows found. */
export interface Findings {
  /** Rows that will be taken over. */
  ready: ControlTotals;
  /** Beside them: the whole file, and what of it is left out, as far as it can be read. Missing in older imports. */
  file?: ControlTotals;
  known?: ControlTotals;
  wrong?: ControlTotals;
  /** Rows with an amount that can't be read: it is in no total. */
  unreadRows?: number;
  /** Taken over before, and the same since. */
  knownRows: number;
  wrongRows: number;
  problems: CountedProblem[];
  warnings: CountedProblem[];
  unknownLevels: { word: string; rows: number }[];
  unknownStores: { word: string; rows: number }[];
}

/** What was really taken over. */
export interface Outcome {
  imported: ControlTotals;
  knownRows: number;
  wrongRows: number;
  referrersLinked: number;
}
