import { type FileLanguage, type NamedTable, type RawFilters } from '#kernel/lists';
import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '#kernel';
import type { Shown } from '../report-request.js';
import type { ExportFormat, ExportStatus } from '../report-words.js';
import type { ExportView } from './export.dto.js';

export interface NewExport {
  reportId: string;
  title: string;
  format: ExportFormat;
  locale: FileLanguage;
  /** As it was asked. */
  asked: Shown & { filters: RawFilters; chain?: boolean | undefined };
  storeIds: readonly number[];
  staffId: number;
  fullPhones: boolean;
  fileName: string;
}

/** What the worker needs of a job it took. */
export type ExportTask = Omit<NewExport, 'fileName'> & {
  id: number;
  staffName: string;
  createdAt: Date;
};

export type ExportContents = Pick<NewExport, 'reportId' | 'storeIds' | 'fullPhones'> & {
  /** Also what belongs to no store. */
  chain: boolean;
};

const VIEW = `id, report_id AS "reportId", title, format, status, rows_done AS "rowsDone", rows_total AS "rowsTotal", file_name AS "fileName",
  file_bytes AS "fileBytes", created_at AS "createdAt", finished_at AS "finishedAt", expires_at AS "expiresAt", error_code AS "errorCode"`;

@Injectable()
export class ExportsRepository {
  insert(tx: Tx, job: NewExport): Promise<ExportView> {
    return tx.one(
      `INSERT INTO export_job (report_id, title, format, locale, filters, store_ids, staff_id, status, file_name, full_phones)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'queued', $8, $9) RETURNING ${VIEW}`,
      [
        job.reportId,
        job.title,
        job.format,
        job.locale,
        JSON.stringify(job.asked),
        job.storeIds,
        job.staffId,
        job.fileName,
        job.fullPhones,
      ],
    );
  }

  async unfinished(sql: Sql, staffId: number): Promise<number> {
    return (
      await sql.one<{ count: number }>(
        "SELECT count(*) FROM export_job WHERE staff_id = $1 AND status IN ('queued', 'running')",
        [staffId],
      )
    ).count;
  }

  ofStaff(sql: Sql, staffId: number): Promise<ExportView[]> {
    return sql.query(
      `SELECT ${VIEW} FROM export_job WHERE staff_id = $1 ORDER BY id DESC LIMIT 100`,
      [staffId],
    );
  }

  find(sql: Sql, staffId: number, id: number): Promise<ExportView | undefined> {
    return sql.maybe(`SELECT ${VIEW} FROM export_job WHERE staff_id = $1 AND id = $2`, [
      staffId,
      id,
    ]);
  }

  /** What stands in the file of one's own job. */
  contents(sql: Sql, staffId: number, id: number): Promise<ExportContents | undefined> {
    return sql.maybe(
      `SELECT report_id AS "reportId", store_ids AS "storeIds", full_phones AS "fullPhones", coalesce((filters ->> 'chain')::boolean, false) AS chain
         FROM export_job WHERE staff_id = $1 AND id = $2`,
      [staffId, id],
    );
  }

  /** Moves a job on where it still stands at one of `from`. Returns whether it did. */
  async move(
    sql: Sql,
    id: number,
    from: readonly ExportStatus[],
    to: ExportStatus,
    at: Date,
  ): Promise<boolean> {
    const moved = await sql.maybe(
      'UPDATE export_job SET status = $3, finished_at = coalesce(finished_at, $4) WHERE id = $1 AND status = ANY($2) RETURNING id',
      [id, from, to, at],
    );
    return moved !== undefined;
  }

  /** Takes a job to run it, also one that another run left behind. */
  take(sql: Sql, id: number): Promise<ExportTask | undefined> {
    return sql.maybe(
      `UPDATE export_job e SET status = 'running', rows_done = 0 FROM staff s WHERE e.id = $1 AND e.status IN ('queued', 'running') AND s.id = e.staff_id
       RETURNING e.id, e.report_id AS "reportId", e.title, e.format, e.locale, e.filters AS asked, e.store_ids AS "storeIds", e.full_phones AS "fullPhones", e.staff_id AS "staffId",
                 s.name AS "staffName", e.created_at AS "createdAt"`,
      [id],
    );
  }

  /** Returns false where the job was cancelled meanwhile. */
  async progress(sql: Sql, id: number, rowsDone: number, rowsTotal: number): Promise<boolean> {
    const running = await sql.maybe(
      "UPDATE export_job SET rows_done = $2, rows_total = $3 WHERE id = $1 AND status = 'running' RETURNING id",
      [id, rowsDone, rowsTotal],
    );
    return running !== undefined;
  }

  async finish(
    sql: Sql,
    id: number,
    done: { bytes: number; rows: number; at: Date; expiresAt: Date },
  ): Promise<boolean> {
    const finished = await sql.maybe(
      `UPDATE export_job SET status = 'done', file_bytes = $2, rows_done = $3, finished_at = $4, expires_at = $5
        WHERE id = $1 AND status = 'running' RETURNING id`,
      [id, done.bytes, done.rows, done.at, done.expiresAt],
    );
    return finished !== undefined;
  }

  async fail(sql: Sql, id: number, errorCode: string, at: Date): Promise<void> {
    await sql.query(
      "UPDATE export_job SET status = 'failed', error_code = $2, finished_at = $3 WHERE id = $1 AND status = 'running'",
      [id, errorCode, at],
    );
  }

  /** Marks what is past its time. Returns the files to remove. */
  expire(sql: Sql, now: Date): Promise<{ id: number; format: ExportFormat }[]> {
    return sql.query(
      "UPDATE export_job SET status = 'expired' WHERE status = 'done' AND expires_at <= $1 RETURNING id, format",
      [now],
    );
  }

  async namesOf(sql: Sql, table: NamedTable, ids: readonly number[]): Promise<string[]> {
    const name = table === 'member' ? 'coalesce(name, nickname) AS name' : 'name';
    const text = `SELECT ${name} FROM ${table} WHERE id = ANY($1) ORDER BY id`;
    return (await sql.query<{ name: string }>(text, [ids])).map(({ name }) => name);
  }
}
