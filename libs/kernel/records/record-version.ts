import type { Sql } from '../database/sql.js';
import { declarable } from '../manifest.js';
import { RecordError } from '../errors/kernel.errors.js';
import { Whole } from '../http/input.js';

/** In the input of every change of a record: the version that was read. 0 where there was none yet. */
export const Version = (): PropertyDecorator =>
  Whole({ max: 2_147_483_647, description: 'The version that was read.' });

/** A query of the people who work here: id and name. */
export const staffNames = declarable<string>('who works here');

export interface StandingRecord {
  /** As its audit rows name it. */
  subjectKind: string;
  subjectId: string | number;
  version: number;
  /** What is there now, under the names that its view has: shown beside what the form holds. */
  now: object;
  /** Acts that change the version, where the subject's audit rows also tell of others. */
  actions?: readonly string[];
}

/**
 * Refuses a change that was made from an older version, and says who changed the record, when, and what is there now.
 * The record must be locked. Errors: record.changed.
 */
export async function assertVersion(
  sql: Sql,
  given: number,
  { subjectKind, subjectId, version, now, actions }: StandingRecord,
): Promise<void> {
  if (given === version) return;
  const last = await sql.maybe<{ by: string | null; at: Date }>(
    `SELECT f.name AS by, a.at FROM audit_record a LEFT JOIN (${staffNames.ask()}) f ON f.id = a.staff_id
      WHERE a.subject_kind = $1 AND a.subject_id = $2 AND ($3::text[] IS NULL OR a.action = ANY ($3))
      ORDER BY a.id DESC LIMIT 1`,
    [subjectKind, String(subjectId), actions ?? null],
  );
  throw RecordError.changed({ by: last?.by ?? null, at: last?.at ?? null, version, now });
}
