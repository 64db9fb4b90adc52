import { Clock, Db, isUnavailable, type JobContext } from '#kernel';
import { Injectable, Logger } from '@nestjs/common';
import type { ImportStatus } from './import.types.js';
import { ImportsRepository, type ImportTask } from './imports.repository.js';
import { FileRefused } from './reading/reading.types.js';

/** Somebody stopped the import. */
export class ImportCancelled extends Error {}
/** The process ends; another run goes on. */
class ImportStopping extends Error {}

const PROGRESS_MS = 300;

/** How far a step is; tells the database now and then, and learns there whether to go on. */
export type Progress = (rowsDone: number, rowsTotal: number) => Promise<void>;

/** What every step of an import in the background has around it. */
@Injectable()
export class ImportSteps {
  private readonly logger = new Logger('Imports');

  constructor(
    private readonly db: Db,
    private readonly repository: ImportsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs the work of one status, unless the import has left it. A file that can't be used ends as refused; what nobody
   * foresaw ends as failed and is logged; where only the database is away the queue runs it again.
   */
  async run(
    importId: number,
    status: ImportStatus,
    { signal }: Pick<JobContext, 'signal'>,
    work: (task: ImportTask, tell: Progress) => Promise<void>,
  ): Promise<void> {
    const task = await this.repository.task(this.db, importId);
    if (task?.status !== status) return;
    let toldAt = Number.NEGATIVE_INFINITY;
    const tell: Progress = async (rowsDone, rowsTotal) => {
      if (signal.aborted) throw new ImportStopping('the worker stops');
      if (performance.now() - toldAt < PROGRESS_MS) return;
      toldAt = performance.now();
      if (!(await this.repository.progress(this.db, importId, status, rowsDone, rowsTotal)))
        throw new ImportCancelled();
    };
    try {
      await work(task, tell);
    } catch (error) {
      if (error instanceof ImportCancelled) return;
      if (error instanceof ImportStopping || isUnavailable(error)) throw error;
      const refused = error instanceof FileRefused;
      if (!refused) this.logger.error({ err: error, import: importId, status }, 'import failed');
      await this.end(importId, status, refused ? error : null);
    }
  }

  private end(importId: number, status: ImportStatus, refused: FileRefused | null): Promise<void> {
    return this.db.write(async (tx) => {
      const task = await this.repository.lock(tx, importId);
      if (task?.status !== status) return;
      await this.repository.change(tx, importId, {
        status: refused ? 'refused' : 'failed',
        error_code: refused ? refused.code : 'internal',
        error_params: refused ? refused.params : null,
        finished_at: this.clock.now(),
      });
    });
  }
}
