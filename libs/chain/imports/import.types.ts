import type { ColumnMapping } from './column-mapping.rules.js';
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

/** What is wrong with a row, at which column; `params` fill the words. */
export interface RowProblem<Field extends string = string> {
  field: Field | null;
  code: string;
  params?: Record<string, string | number>;
}

/** What the first step found in the file. */
export interface SheetFacts extends SheetHead {
  /** The first rows as they read, to see which column is which. */
  samples: string[][];
  suggested: ColumnMapping;
  notes: SheetNotes | null;
}

/** Which column means what; the kind adds its own choices. */
export interface ImportMapping {
  columns: ColumnMapping;
  /** The stores of the person who asked: no row goes anywhere else. */
  storeIds: readonly number[];
}

/** How many rows, and what they add up to by figure of the kind. */
export type Totals = { rows: number } & Record<string, number>;

export interface CountedProblem<Field extends string = string> {
  field: Field | null;
  code: string;
  rows: number;
}

/** Words that nobody knows, with the rows that have them. */
export interface UnknownWord {
  word: string;
  rows: number;
}

/** What a pass over all rows found; lists of unknown words beside it, by the kind. */
export interface Findings<Of = Totals, Field extends string = string> {
  /** Rows that will be taken over. */
  ready: Of;
  /** Beside them: the whole file, and what of it is left out, as far as it can be read. Missing in older imports. */
  file?: Of;
  known?: Of;
  wrong?: Of;
  /** Rows with an amount that can't be read: it is in no total. */
  unreadRows?: number;
  /** Taken over before, and the same since. */
  knownRows: number;
  wrongRows: number;
  problems: CountedProblem<Field>[];
  warnings: CountedProblem<Field>[];
}

/** What was really taken over; the kind adds figures of its own. */
export interface Outcome<Of = Totals> {
  imported: Of;
  knownRows: number;
  wrongRows: number;
}
