import { setTimeout as sleep } from 'node:timers/promises';
import { Audit, Clock, Db, type JobContext, OutboxHandler, QUEUES, type Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import { unfit } from './import-checker.js';
import { ImportErrorFile } from './import-error-file.js';
import { askByKey } from './import-dates.js';
import type { ImportWork } from './import-kind.js';
import { type ImportLineRecord, ImportLinesRepository } from './import-lines.repository.js';
import { ImportCancelled, ImportSteps, type Progress } from './import-steps.js';
import { ImportWorks } from './import-works.js';
import { ImportsRepository, type ImportTask } from './imports.repository.js';

const BATCH = 200;
/** Batches at once: one plans while the other's rows are written. */
const LANES = 2;
/** The counters' acts come between two batches. */
const PAUSE_MS = 2;
const TRIES = 5;
const UNIQUE_VIOLATION = '23505';

interface Commit {
  task: ImportTask;
  work: ImportWork;
  terms: unknown;
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
    private readonly works: ImportWorks,
    private readonly errorFile: ImportErrorFile,
    private readonly steps: ImportSteps,
  ) {}

  @OutboxHandler('import.signed', { queue: QUEUES.imports })
  run({ importId }: { importId: number }, context: JobContext): Promise<void> {
    return this.steps.run(importId, 'committing', context, async (task, tell) => {
      const commit = await this.prepared(task);
      try {
        await this.takeAll(commit, tell);
      } catch (error) {
        if (error instanceof ImportCancelled) await this.sumUp(task);
        throw error;
      }
      await this.sumUp(task);
    });
  }

  /** Some batches at once, then the next ones: where one of them fails, the others are ended before it is said. */
  private async takeAll(commit: Commit, tell: Progress): Promise<void> {
    const { id, rowsTotal } = commit.task;
    let { lineDone, rowsDone } = commit.task;
    for (;;) {
      const rows = await this.lines.after(this.db, id, lineDone, BATCH * LANES, true);
      const last = rows.at(-1);
      if (!last) return;
      const batches = [];
      for (let from = 0; from < rows.length; from += BATCH)
        batches.push(this.batch(commit, rows.slice(from, from + BATCH)));
      const failed = (await Promise.allSettled(batches)).find(
        ({ status }) => status === 'rejected',
      );
      if (failed) throw (failed as PromiseRejectedResult).reason;
      lineDone = last.lineNo;
      rowsDone += rows.length;
      if (!(await this.repository.passed(this.db, id, lineDone, rowsDone)))
        throw new ImportCancelled();
      await tell(rowsDone, rowsTotal);
      await sleep(PAUSE_MS);
    }
  }

  private async prepared(task: ImportTask): Promise<Commit> {
    if (!task.mapping || !task.signedBy || !task.businessDate)
      throw new Error('an import is committed before it is signed');
    const work = this.works.of(task.kind);
    const moment = { at: this.clock.now(), businessDate: task.businessDate };
    return { task, work, terms: await work.prepare(task, moment) };
  }

  /** One batch in one transaction. */
  private async batch(commit: Commit, rows: readonly ImportLineRecord[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.db.write((tx) => this.takeBatch(tx, commit, rows));
      } catch (error) {
        // Somebody was faster with a phone or a number since the rows were judged: judged again, they see it.
        if ((error as { code?: string }).code !== UNIQUE_VIOLATION || attempt >= TRIES) throw error;
      }
    }
  }

  private async takeBatch(
    tx: Tx,
    { task: { id }, work, terms }: Commit,
    rows: readonly ImportLineRecord[],
  ): Promise<void> {
    await askByKey(tx);
    // A crash may lose the last batches, and they are taken again. Whatever builds on one is flushed after it.
    await tx.query("SELECT set_config('synchronous_commit', 'off', true)");
    if ((await this.repository.task(tx, id))?.status !== 'committing') throw new ImportCancelled();
    // A run that died may have been further than it had said.
    const lines = rows.map(({ lineNo }) => lineNo);
    const taken = await work.taken(tx, id, lines);
    const waiting = rows.filter(({ lineNo }) => !taken.has(lineNo));
    const verdicts = await work.judge(tx, terms, waiting, work.seen());
    const fit = verdicts.filter(({ state }) => state === 'open');
    if (fit.length) await work.take(tx, terms, fit);
    const unfitting = verdicts.filter(({ state }) => state !== 'open');
    if (unfitting.length === 0) return;
    // Taken by another run of this import between the two looks: it is not known from before.
    const own = await work.taken(
      tx,
      id,
      unfitting.map(({ lineNo }) => lineNo),
    );
    const left = unfitting.filter(({ lineNo }) => !own.has(lineNo));
    const said = (await work.sinceChecked?.(tx, terms, left)) ?? left;
    await this.lines.judge(tx, id, said.flatMap(unfit));
  }

  /** What was really taken over, whether it went to the end or was stopped. */
  private async sumUp(of: ImportTask): Promise<void> {
    const { id, kind } = of;
    const work = this.works.of(kind);
    const finished = await work.finish(of);
    const { known, wrong } = await this.lines.counts(this.db, id);
    if (wrong > 0) await this.errorFile.write(of);
    await this.db.write(async (tx) => {
      const task = await this.repository.lock(tx, id);
      if (!task) return;
      const imported = await work.totals(tx, id);
      const ended = task.status === 'committing';
      await this.repository.change(tx, id, {
        outcome: { imported, knownRows: known, wrongRows: wrong, ...finished },
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
