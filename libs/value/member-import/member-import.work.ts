import type { ImportLineRecord, ImportMoment, ImportTask, ImportWork } from '#chain/imports';
import { Db, type Sql, type Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { ControlTotals } from './control-totals.rules.js';
import { ImportIntake, type IntakeFacts } from './import-intake.js';
import { ImportJudging, type MemberVerdict, Seen } from './import-judging.js';
import { ImportReferrers } from './import-referrers.js';
import type { RowContext } from './import-row.rules.js';
import type { MemberMapping, MemberRowProblem } from './member-import.types.js';
import { MemberRowsRepository } from './member-rows.repository.js';
import { TakenPhones } from './taken-phones.js';

interface Terms {
  context: RowContext;
  facts: IntakeFacts;
}

/** What is done with rows of members: judged, and taken over with cards and opening balances. */
@Injectable()
export class MemberImportWork implements ImportWork<Terms, Seen, MemberVerdict> {
  constructor(
    private readonly db: Db,
    private readonly judging: ImportJudging,
    private readonly intake: ImportIntake,
    private readonly referrers: ImportReferrers,
    private readonly takenPhones: TakenPhones,
    private readonly rows: MemberRowsRepository,
  ) {}

  async prepare(task: ImportTask, { at, businessDate }: ImportMoment): Promise<Terms> {
    const { id: importId, source } = task;
    const { rows, stores } = await this.judging.context(this.db, mappingOf(task), businessDate);
    const pointsTerms = await this.intake.pointsTerms(stores, at);
    const staffId = task.signedBy ?? task.staffId;
    return { context: rows, facts: { importId, source, staffId, at, stores, pointsTerms } };
  }

  seen(): Seen {
    return new Seen();
  }

  judge(
    sql: Sql,
    { context, facts }: Terms,
    rows: readonly ImportLineRecord[],
    seen: Seen,
  ): Promise<MemberVerdict[]> {
    return this.judging.judge(sql, facts.source, context, rows, seen);
  }

  beforeTold(tx: Tx, task: ImportTask, verdicts: readonly MemberVerdict[]): Promise<void> {
    const asker = mappingOf(task).asker ?? { staffId: task.staffId, seesPhones: false };
    return this.takenPhones.tell(tx, task.id, asker, verdicts);
  }

  async sinceChecked(
    tx: Tx,
    { facts }: Terms,
    verdicts: readonly MemberVerdict[],
  ): Promise<MemberVerdict[]> {
    await this.takenPhones.record(tx, facts.importId, facts.staffId, verdicts);
    return verdicts.map((verdict) => ({ ...verdict, problems: verdict.problems.map(since) }));
  }

  async taken(sql: Sql, importId: number, lines: readonly number[]): Promise<ReadonlySet<number>> {
    return new Set((await this.rows.memberOfLines(sql, importId, lines)).keys());
  }

  take(tx: Tx, { facts }: Terms, verdicts: readonly MemberVerdict[]): Promise<void> {
    return this.intake.take(tx, verdicts, facts);
  }

  async finish({ id, source, mapping }: ImportTask): Promise<{ referrersLinked: number }> {
    const referrersLinked = await this.referrers.link(id, source, mapping?.columns['referrer']);
    return { referrersLinked };
  }

  totals(sql: Sql, importId: number): Promise<ControlTotals> {
    return this.rows.totals(sql, importId);
  }
}

/** Free in the dry run, and taken by somebody who came meanwhile. */
const SINCE: Readonly<Record<string, string>> = {
  phone_taken: 'phone_taken_since',
  card_taken: 'card_taken_since',
};
const since = (problem: MemberRowProblem): MemberRowProblem => ({
  ...problem,
  code: SINCE[problem.code] ?? problem.code,
});

function mappingOf({ mapping }: ImportTask): MemberMapping {
  if (!mapping) throw new Error('an import is judged before it is mapped');
  return mapping as MemberMapping;
}
