import { setTimeout as sleep } from 'node:timers/promises';
import { Audit, Clock, Db, type JobContext, OutboxHandler, QUEUES } from '#kernel';
import { Injectable } from '@nestjs/common';
import { unfit } from './import-checker.js';
import { ImportErrorFile } from './import-error-file.js';
import { ImportIntake, type IntakeFacts } from './import-intake.js';
import { askByKey, ImportJudging, Seen } from './import-judging.js';
import { ImportLinesRepository } from './import-lines.repository.js';
import { ImportReferrers } from './import-referrers.js';
import type { RowContext } from './import-row.rules.js';
import { ImportCancelled, ImportSteps } from './import-steps.js';
import { ImportsRepository, type ImportTask } from './imports.repository.js';

const BATCH = 200;
/** The counters' acts come between two batches. */
const PAUSE_MS = 2;
const TRIES = 5;
const UNIQUE_VIOLATION = '23505';

interface Commit {
  task: ImportTask;
  terms: RowContext;
  facts: IntakeFacts;
}

/** Takes the signed rows over, some at a time; each batch is whole or not at all, and a run that died is gone on with. */
@Injectable()
export class ImportCommitter {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly repository: ImportsRepository,
    private readonly lines: ImportLinesRepository,
    private readonly judging: ImportJudging,
    private readonly intake: ImportIntake,
    private readonly referrers: ImportReferrers,
    private readonly errorFile: ImportErrorFile,
    private readonly steps: ImportSteps,
  ) {}

  @OutboxHandler('import.signed', { queue: QUEUES.imports })
  run({ importId }: { importId: number }, context: JobContext): Promise<void> {
    return this.steps.run(importId, 'committing', context, async (task, tell) => {
      const commit = await this.prepared(task);
      let done = task.rowsDone;
      try {
        for (;;) {
          const passed = await this.batch(commit);
          if (passed === 0) break;
          done += passed;
          await tell(done, task.rowsTotal);
          await sleep(PAUSE_MS);
        }
      } catch (error) {
        if (error instanceof ImportCancelled) await this.sumUp(task);
        throw error;
      }
      await this.sumUp(task);
    });
  }

  private async prepared(task: ImportTask): Promise<Commit> {
    if (!task.mapping || !task.signedBy || !task.businessDate)
      throw new Error('an import is committed before it is signed');
    const at = this.clock.now();
    const { rows, stores } = await this.judging.context(this.db, task.mapping, task.businessDate);
    const pointsTerms = await this.intake.pointsTerms(stores, at);
    const { id, source, signedBy } = task;
    const facts = { importId: id, source, staffId: signedBy, at, stores, pointsTerms };
    return { task, terms: rows, facts };
  }

  /** One batch in one transaction. Returns how many rows it went past; 0 at the end. */
  private async batch(commit: Commit): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.db.write((tx) => this.takeBatch(tx, commit));
      } catch (error) {
        // Somebody was faster with a phone or a number since the rows were judged: judged again, they see it.
        if ((error as { code?: string }).code !== UNIQUE_VIOLATION || attempt >= TRIES) throw error;
      }
    }
  }

  private async takeBatch(
    tx: Parameters<Parameters<Db['write']>[0]>[0],
    { task: { id, source }, terms, facts }: Commit,
  ): Promise<number> {
    await askByKey(tx);
    // A crash may lose the last batches with their cursor, and they are taken again. Whatever builds on one is flushed after it.
    await tx.query("SELECT set_config('synchronous_commit', 'off', true)");
    const task = await this.repository.lock(tx, id);
    if (task?.status !== 'committing') throw new ImportCancelled();
    const rows = await this.lines.after(tx, id, task.lineDone, BATCH, true);
    const last = rows.at(-1);
    if (!last) return 0;
    const verdicts = await this.judging.judge(tx, source, terms, rows, new Seen());
    const fit = verdicts.filter(({ state }) => state === 'open');
    if (fit.length) await this.intake.take(tx, fit, facts);
    await this.lines.judge(tx, id, verdicts.flatMap(unfit));
    await this.repository.change(tx, id, {
      line_done: last.lineNo,
      rows_done: task.rowsDone + rows.length,
    });
    return rows.length;
  }

  /** What was really taken over, whether it went to the end or was stopped. */
  private async sumUp({ id, source, locale, mapping }: ImportTask): Promise<void> {
    const referrersLinked = await this.referrers.link(id, source, mapping?.columns.referrer);
    const { known, wrong } = await this.lines.counts(this.db, id);
    if (wrong > 0) await this.errorFile.write({ id, locale, mapping });
    await this.db.write(async (tx) => {
      const task = await this.repository.lock(tx, id);
      if (!task) return;
      const imported = await this.repository.importedTotals(tx, id);
      const ended = task.status === 'committing';
      await this.repository.change(tx, id, {
        outcome: { imported, knownRows: known, wrongRows: wrong, referrersLinked },
        error_rows: wrong,
        error_file: wrong > 0,
        ...(ended
          ? { status: 'done' as const, rows_done: task.rowsTotal, finished_at: this.clock.now() }
          : {}),
      });
      await this.audit.record(
        tx,
        { staffId: task.signedBy ?? task.staffId, till: null },
        {
          action: ended ? 'import.done' : 'import.stopped',
          subjectKind: 'import',
          subjectId: id,
          after: { ...imported },
        },
      );
    });
  }
}
