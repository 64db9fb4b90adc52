import { Clock, Db, type JobContext, OutboxHandler, QUEUES } from '#kernel';
import { Injectable } from '@nestjs/common';
import { addTo, noTotals } from './control-totals.rules.js';
import type { ImportField } from './import-fields.rules.js';
import { ImportErrorFile } from './import-error-file.js';
import { askByKey, ImportJudging, Seen, type Verdict } from './import-judging.js';
import { ImportLinesRepository } from './import-lines.repository.js';
import type { RowProblem } from './import-row.rules.js';
import { ImportSteps } from './import-steps.js';
import type { CountedProblem, Findings } from './import.types.js';
import { ImportsRepository } from './imports.repository.js';

const BATCH = 500;
const MAX_WORDS = 50;
const SUMMED = new Set<ImportField>(['principal', 'bonus', 'points', 'spend']);

/** The dry run: every row is judged, nothing is taken over. */
@Injectable()
export class ImportChecker {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly repository: ImportsRepository,
    private readonly lines: ImportLinesRepository,
    private readonly judging: ImportJudging,
    private readonly errorFile: ImportErrorFile,
    private readonly steps: ImportSteps,
  ) {}

  @OutboxHandler('import.mapped', { queue: QUEUES.imports })
  run({ importId }: { importId: number }, context: JobContext): Promise<void> {
    return this.steps.run(importId, 'checking', context, async (task, tell) => {
      if (!task.mapping) throw new Error('an import is checked before it is mapped');
      const today = await this.judging.today(this.db, this.clock.now());
      const { rows: terms } = await this.judging.context(this.db, task.mapping, today);
      await this.lines.reopen(this.db, importId);
      const tally = new Tally();
      const seen = new Seen();
      let line = 0;
      for (;;) {
        const rows = await this.lines.after(this.db, importId, line, BATCH, false);
        if (rows.length === 0) break;
        line = rows.at(-1)?.lineNo ?? line;
        const verdicts = await this.db.read(async (sql) => {
          await askByKey(sql);
          return this.judging.judge(sql, task.source, terms, rows, seen);
        });
        verdicts.forEach((verdict) => tally.add(verdict));
        await this.lines.judge(this.db, importId, verdicts.flatMap(unfit));
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
  private readonly ready = noTotals();
  private readonly file = noTotals();
  private readonly known = noTotals();
  private readonly wrong = noTotals();
  private unreadRows = 0;
  private knownRows = 0;
  private wrongRows = 0;
  private readonly problems = new Map<string, CountedProblem>();
  private readonly warnings = new Map<string, CountedProblem>();
  private readonly levels = new Map<string, number>();
  private readonly stores = new Map<string, number>();

  add({ state, judged, problems }: Verdict): void {
    this.rows += 1;
    if (state === 'known') this.knownRows += 1;
    if (state === 'wrong') this.wrongRows += 1;
    const { record, visits } = judged;
    const part = { open: this.ready, known: this.known, wrong: this.wrong }[state];
    for (const totals of [this.file, part]) addTo(totals, record, visits);
    if (judged.problems.some(({ field }) => field !== null && SUMMED.has(field)))
      this.unreadRows += 1;
    if (state === 'open') {
      judged.warnings.forEach((warning) => count(this.warnings, warning));
    }
    problems.forEach((problem) => count(this.problems, problem));
    if (state !== 'wrong') return;
    countWord(this.levels, judged.unknownLevel);
    countWord(this.stores, judged.unknownStore);
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
      unknownLevels: wordsOf(this.levels),
      unknownStores: wordsOf(this.stores),
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
const wordsOf = (counts: ReadonlyMap<string, number>): { word: string; rows: number }[] =>
  byRows([...counts].map(([word, rows]) => ({ word, rows })));
