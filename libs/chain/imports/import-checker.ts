import { Clock, Db, type JobContext, OutboxHandler, QUEUES } from '#kernel';
import { Injectable } from '@nestjs/common';
import { ImportErrorFile } from './import-error-file.js';
import { askByKey, headOfficeToday } from './import-dates.js';
import { type ImportKind, kindOf, type Verdict } from './import-kind.js';
import { ImportLinesRepository } from './import-lines.repository.js';
import { ImportSteps } from './import-steps.js';
import { ImportWorks } from './import-works.js';
import type { CountedProblem, Findings, RowProblem, Totals, UnknownWord } from './import.types.js';
import { ImportsRepository } from './imports.repository.js';

const BATCH = 500;
const MAX_WORDS = 50;

/** The dry run: every row is judged, nothing is taken over. */
@Injectable()
export class ImportChecker {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly repository: ImportsRepository,
    private readonly lines: ImportLinesRepository,
    private readonly works: ImportWorks,
    private readonly errorFile: ImportErrorFile,
    private readonly steps: ImportSteps,
  ) {}

  @OutboxHandler('import.mapped', { queue: QUEUES.imports })
  run({ importId }: { importId: number }, context: JobContext): Promise<void> {
    return this.steps.run(importId, 'checking', context, async (task, tell) => {
      if (!task.mapping) throw new Error('an import is checked before it is mapped');
      const work = this.works.of(task.kind);
      const at = this.clock.now();
      const businessDate = await headOfficeToday(this.db, at);
      const terms = await work.prepare(task, { at, businessDate });
      await this.lines.reopen(this.db, importId);
      const tally = new Tally(kindOf(task.kind));
      const seen = work.seen();
      let line = 0;
      for (;;) {
        const rows = await this.lines.after(this.db, importId, line, BATCH, false);
        if (rows.length === 0) break;
        line = rows.at(-1)?.lineNo ?? line;
        const verdicts = await this.db.read(async (sql) => {
          await askByKey(sql);
          return work.judge(sql, terms, rows, seen);
        });
        verdicts.forEach((verdict) => tally.add(verdict));
        await this.db.write(async (tx) => {
          await work.beforeTold?.(tx, task, verdicts);
          await this.lines.judge(tx, importId, verdicts.flatMap(unfit));
        });
        await tell(tally.rows, task.rowsTotal);
      }
      const { findings } = tally;
      const hasErrorFile = findings.wrongRows > 0;
      if (hasErrorFile) await this.errorFile.write(task);
      await this.db.write(async (tx) => {
        if ((await this.repository.lock(tx, importId))?.status !== 'checking') return;
        await this.repository.change(tx, importId, {
          status: 'checked',
          findings,
          rows_done: tally.rows,
          error_rows: findings.wrongRows,
          error_file: hasErrorFile,
        });
      });
    });
  }
}

/** What is written down about a row: only where it will not be taken over. */
export function unfit({
  lineNo,
  state,
  problems,
}: Verdict): { lineNo: number; state: 'known' | 'wrong'; problems?: RowProblem[] }[] {
  if (state === 'open') return [];
  return [{ lineNo, state, ...(problems.length ? { problems } : {}) }];
}

class Tally {
  rows = 0;
  private readonly ready: Totals;
  private readonly file: Totals;
  private readonly known: Totals;
  private readonly wrong: Totals;
  private unreadRows = 0;
  private knownRows = 0;
  private wrongRows = 0;
  private readonly problems = new Map<string, CountedProblem>();
  private readonly warnings = new Map<string, CountedProblem>();
  private readonly words = new Map<string, Map<string, number>>();

  constructor(private readonly kind: ImportKind) {
    const none = (): Totals => ({
      rows: 0,
      ...Object.fromEntries(kind.figures.map((figure) => [figure, 0])),
    });
    [this.ready, this.file, this.known, this.wrong] = [none(), none(), none(), none()];
  }

  add({ state, figures, isUnread, problems, warnings, unknownWords }: Verdict): void {
    this.rows += 1;
    if (state === 'known') this.knownRows += 1;
    if (state === 'wrong') this.wrongRows += 1;
    const part = { open: this.ready, known: this.known, wrong: this.wrong }[state];
    for (const totals of [this.file, part]) {
      totals.rows += 1;
      for (const figure of this.kind.figures)
        totals[figure] = (totals[figure] ?? 0) + (figures[figure] ?? 0);
    }
    if (isUnread) this.unreadRows += 1;
    if (state === 'open') warnings.forEach((warning) => count(this.warnings, warning));
    problems.forEach((problem) => count(this.problems, problem));
    for (const [list, word] of Object.entries(unknownWords)) {
      const counts = this.words.get(list) ?? new Map<string, number>();
      this.words.set(list, counts);
      if (state === 'wrong') countWord(counts, word);
    }
  }

  get findings(): Findings {
    const { ready, file, known, wrong, unreadRows, knownRows, wrongRows } = this;
    return {
      ready,
      file,
      known,
      wrong,
      unreadRows,
      knownRows,
      wrongRows,
      problems: byRows([...this.problems.values()]),
      warnings: byRows([...this.warnings.values()]),
      ...Object.fromEntries([...this.words].map(([list, counts]) => [list, wordsOf(counts)])),
    };
  }
}

function count(counts: Map<string, CountedProblem>, { field, code }: RowProblem): void {
  const key = `${field} ${code}`;
  const counted = counts.get(key) ?? { field, code, rows: 0 };
  counted.rows += 1;
  counts.set(key, counted);
}

function countWord(counts: Map<string, number>, word: string | null): void {
  if (word === null || (counts.size >= MAX_WORDS && !counts.has(word))) return;
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

const byRows = <T extends { rows: number }>(counted: T[]): T[] =>
  counted.sort((a, b) => b.rows - a.rows);
const wordsOf = (counts: ReadonlyMap<string, number>): UnknownWord[] =>
  byRows([...counts].map(([word, rows]) => ({ word, rows })));
