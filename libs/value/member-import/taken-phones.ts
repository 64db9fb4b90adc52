import { FileRefused } from '#chain/imports';
import { Audit, type Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { MemberVerdict } from './import-judging.js';
import type { Asker } from './member-import.types.js';

/** A day's files may tell one person of so many phones that they are members'. */
const MOST_A_DAY = 500;

const TOLD = `
  SELECT COALESCE(sum((after ->> 'rows')::int), 0)::int AS rows FROM audit_record
   WHERE at > now() - interval '1 day' AND action = 'import.find_phones' AND staff_id = $1`;

/**
 * A row that says "this phone is taken" tells of a phone that its owner is a member, of whatever store: it is a search by
 * phone, and recorded as one. Who may see whole phones asks as much as they like; others so much a day and no more.
 */
@Injectable()
export class TakenPhones {
  constructor(private readonly audit: Audit) {}

  /** Before the rows are written down for anybody to read. Throws FileRefused: too_many_taken. */
  async tell(
    tx: Tx,
    importId: number,
    { staffId, seesPhones }: Asker,
    verdicts: readonly MemberVerdict[],
  ): Promise<void> {
    const rows = countOf(verdicts);
    if (rows > 0 && !seesPhones) {
      // One file after the other, also where two are judged at once.
      await tx.query('SELECT FROM staff WHERE id = $1 FOR NO KEY UPDATE', [staffId]);
      const told = await tx.one<{ rows: number }>(TOLD, [staffId]);
      if (told.rows + rows > MOST_A_DAY)
        throw new FileRefused('too_many_taken', { limit: MOST_A_DAY });
    }
    await this.record(tx, importId, staffId, verdicts);
  }

  /** What a commit tells of members who came after the dry run counts as well; a file that is signed is not stopped by it. */
  async record(
    tx: Tx,
    importId: number,
    staffId: number,
    verdicts: readonly MemberVerdict[],
  ): Promise<void> {
    const rows = countOf(verdicts);
    if (rows === 0) return;
    await this.audit.record(
      tx,
      { staffId, till: null },
      { action: 'import.find_phones', subjectKind: 'import', subjectId: importId, after: { rows } },
    );
  }
}

const countOf = (verdicts: readonly MemberVerdict[]): number =>
  verdicts.filter(({ problems }) => problems.some(({ code }) => code === 'phone_taken')).length;
