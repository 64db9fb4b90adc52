import { CHAIN_TIMEZONE, readWords, REPORTS } from '#kernel/lists';
import { rename, rm } from 'node:fs/promises';
import { Injectable, Logger } from '@nestjs/common';
import {
  Clock,
  dateIn,
  Db,
  isUnavailable,
  OutboxHandler,
  QUEUES,
  Scheduled,
  type JobContext,
} from '#kernel';
import { ReportEngine } from '../report-engine.js';
import { requestOf, type ReportRequest } from '../report-request.js';
import { REPORT_TEXT } from '../report.locale.js';
import type { TableSpec, TableWriter } from '../table/table-writer.js';
import { ThreadedTable } from '../table/threaded-table.js';
import { ExportFiles } from './export-files.js';
import { cellsOf, hasTotals, notesOf, tableColumns, totalCells } from './export-table.js';
import { ExportsRepository, type ExportTask } from './exports.repository.js';

const KEEP_DAYS = 7;
const HOUR_MS = 3_600_000;
const PROGRESS_MS = 400;

class Cancelled extends Error {}
class Stopping extends Error {}

/** Makes the files people asked for, and takes them away when their time is over. */
@Injectable()
export class ExportRunner {
  private readonly logger = new Logger(ExportRunner.name);

  constructor(
    private readonly db: Db,
    private readonly repository: ExportsRepository,
    private readonly engine: ReportEngine,
    private readonly files: ExportFiles,
    private readonly clock: Clock,
  ) {}

  @OutboxHandler('export.requested', { queue: QUEUES.exports })
  async run({ exportId }: { exportId: number }, { signal }: JobContext): Promise<void> {
    const task = await this.repository.take(this.db, exportId);
    if (!task) return;
    const draft = await this.files.draftOf(task.id, task.format);
    try {
      const { bytes, rows } = await this.write(task, draft, signal);
      await rename(draft, this.files.pathOf(task.id, task.format));
      const at = this.clock.now();
      const expiresAt = new Date(at.getTime() + KEEP_DAYS * 24 * HOUR_MS);
      if (!(await this.repository.finish(this.db, task.id, { bytes, rows, at, expiresAt })))
        await this.files.remove(task.id, task.format);
    } catch (error) {
      await rm(draft, { force: true });
      if (error instanceof Cancelled) return;
      // The queue runs it again: another worker, or when the database is back.
      if (error instanceof Stopping || isUnavailable(error)) throw error;
      this.logger.error({ err: error, export: task.id }, 'export failed');
      await this.repository.fail(this.db, task.id, 'export.failed', this.clock.now());
    }
  }

  @Scheduled('exports.tidy', { everyMs: HOUR_MS })
  async tidy(): Promise<void> {
    for (const { id, format } of await this.repository.expire(this.db, this.clock.now()))
      await this.files.remove(id, format);
    await this.files.removeLeftOvers();
  }

  private async write(
    task: ExportTask,
    file: string,
    signal: AbortSignal,
  ): Promise<{ bytes: number; rows: number }> {
    const request = this.requestOf(task);
    await readWords(this.db);
    const text = REPORT_TEXT[task.locale];
    let table: TableWriter | undefined;
    let done = 0;
    let total = 0;
    let toldAt = 0;
    try {
      await this.engine.stream(
        request,
        async (totals) => {
          total = totals.rows;
          await this.tell(task.id, 0, total);
          table = this.open({
            file,
            format: task.format,
            title: task.title,
            notes: await notesOf(this.db, this.repository, request, task, total, this.clock.now()),
            sheetName: text.file.sheet,
            columns: tableColumns(request, text),
            totals: hasTotals(request) ? totalCells(request, totals, text) : null,
          });
        },
        async (rows) => {
          if (signal.aborted) throw new Stopping('the worker stops');
          await table?.write(rows.map((row) => cellsOf(row, request.columns, task.locale)));
          done += rows.length;
          if (performance.now() - toldAt < PROGRESS_MS) return;
          toldAt = performance.now();
          await this.tell(task.id, done, total);
        },
      );
      return { bytes: (await table?.finish()) ?? 0, rows: done };
    } catch (error) {
      await table?.abort();
      throw error;
    }
  }

  /** Where it is written; overridden where no thread is wanted. */
  protected open(spec: TableSpec): TableWriter {
    return new ThreadedTable(spec);
  }

  private async tell(id: number, done: number, total: number): Promise<void> {
    if (!(await this.repository.progress(this.db, id, done, total))) throw new Cancelled();
  }

  // Stores and phone numbers are what the person was allowed when they asked.
  private requestOf(task: ExportTask): ReportRequest {
    const report = REPORTS.find(({ id }) => id === task.reportId);
    if (!report) throw new Error(`no report ${task.reportId}`);
    const { filters, chain, ...shown } = task.asked;
    const today = dateIn(task.createdAt, CHAIN_TIMEZONE);
    const reader = { storeIds: task.storeIds, staffId: task.staffId, chain: chain ?? false, today };
    return { ...requestOf(report, filters, reader, shown), fullPhones: task.fullPhones };
  }
}
