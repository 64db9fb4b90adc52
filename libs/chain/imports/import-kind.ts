import type { Type } from '@nestjs/common';
import type { Declaration, Sql, Tx } from '#kernel';
import type { ColumnMapping, ImportField } from './column-mapping.rules.js';
import { ImportError } from './import.errors.js';
import type { ImportLineRecord } from './import-lines.repository.js';
import type { ImportText } from './import-text.rules.js';
import type { ImportLocale, RowProblem, Totals } from './import.types.js';
import type { ImportTask } from './imports.repository.js';

/** What was found of a row; the kind adds what it needs to take it over. */
export interface Verdict extends ImportLineRecord {
  /** known: taken over before, and the same since. */
  state: 'open' | 'known' | 'wrong';
  problems: RowProblem[];
  warnings: RowProblem[];
  /** What it adds to the totals, by figure of the kind. */
  figures: Readonly<Record<string, number>>;
  /** An amount can't be read: it is in no total. */
  isUnread: boolean;
  /** Words of the file that nobody knows, by the name of their list in the findings. */
  unknownWords: Readonly<Record<string, string | null>>;
}

/** When a pass over the rows is made, and on which business date it counts. */
export interface ImportMoment {
  at: Date;
  businessDate: string;
}

/**
 * What is done with the rows of a file, in the background. The dry run and the commit ask the same. `Terms`: what is read
 * once before a pass. `Seen`: what earlier rows of the same pass have taken.
 */
export interface ImportWork<Terms = unknown, Seen = unknown, Found extends Verdict = Verdict> {
  /** Read before a transaction begins: settings have a connection of their own. */
  prepare(task: ImportTask, moment: ImportMoment): Promise<Terms>;
  seen(): Seen;
  judge(
    sql: Sql,
    terms: Terms,
    rows: readonly ImportLineRecord[],
    seen: Seen,
  ): Promise<readonly Found[]>;
  /** In the dry run, before verdicts are written down for anybody to read. Throws FileRefused. */
  beforeTold?(tx: Tx, task: ImportTask, verdicts: readonly Found[]): Promise<void>;
  /**
   * In the commit, before verdicts are written down: what the dry run did not find has happened since, and the reason
   * says so. The dry run may have bounds that a commit has not: it goes on.
   */
  sinceChecked?(tx: Tx, terms: Terms, verdicts: readonly Found[]): Promise<readonly Found[]>;
  /** Which of these lines were taken over: a run that died may have been further than it had said. */
  taken(sql: Sql, importId: number, lines: readonly number[]): Promise<ReadonlySet<number>>;
  /** Takes rows over, each with its document. */
  take(tx: Tx, terms: Terms, verdicts: readonly Found[]): Promise<void>;
  /** When all rows are there, or it was stopped. Returns figures for the outcome. */
  finish(task: ImportTask): Promise<Record<string, number>>;
  /** What the documents of an import add up to. */
  totals(sql: Sql, importId: number): Promise<Totals>;
}

/** Something that can be taken over from a file. */
export interface ImportKind {
  /** As import_job names it. */
  kind: string;
  /** In the order of the template. */
  fields: readonly ImportField[];
  /** What is added up of the rows, besides their number. */
  figures: readonly string[];
  text: Readonly<Record<ImportLocale, ImportText>>;
  suggested(headers: readonly string[]): ColumnMapping;
  /** A column that gives something asks for the right that giving it by hand needs. */
  rights(columns: ColumnMapping): readonly string[];
  work: Type<ImportWork>;
}

const declared = new Map<string, ImportKind>();

/** The same kind again replaces it. */
export const importKind =
  (kind: ImportKind): Declaration =>
  () => {
    declared.set(kind.kind, kind);
  };

/** Errors: import.unknown_kind. */
export function kindOf(kind: string): ImportKind {
  const found = declared.get(kind);
  if (!found) throw ImportError.unknownKind({ kind });
  return found;
}
