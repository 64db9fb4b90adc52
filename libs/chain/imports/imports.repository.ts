import type { Page, Sql, Tx } from '#kernel';
import { runMaybe, sql } from '#kernel/lists';
import { Injectable } from '@nestjs/common';
import { importRows, importSeen } from './import-list.query.js';
import { importList } from './import-list.report.js';
import type { ImportListQuery, ImportView } from './import.dto.js';
import type { ImportLocale, ImportMapping, ImportStatus, SheetFacts } from './import.types.js';

/** Whose imports: everybody's for head office, else one's own. */
export interface ImportScope {
  staffId: number;
  allStores: boolean;
}

/** What a background job needs to know of its import. */
export interface ImportTask {
  id: number;
  kind: string;
  source: string;
  status: ImportStatus;
  locale: ImportLocale;
  staffId: number;
  signedBy: number | null;
  sheet: SheetFacts | null;
  mapping: ImportMapping | null;
  businessDate: string | null;
  rowsTotal: number;
  rowsDone: number;
  lineDone: number;
}

const TASK = `id, kind, source, status, locale, staff_id AS "staffId", signed_by AS "signedBy", sheet, mapping, business_date AS "businessDate",
  rows_total AS "rowsTotal", rows_done AS "rowsDone", line_done AS "lineDone"`;

@Injectable()
export class ImportsRepository {
  async nextId(sql: Sql): Promise<number> {
    return (
      await sql.one<{ id: number }>(
        "SELECT nextval(pg_get_serial_sequence('import_job', 'id')) AS id",
      )
    ).id;
  }

  async insert(
    tx: Tx,
    job: {
      id: number;
      kind: string;
      source: string;
      fileName: string;
      fileBytes: number;
      locale: ImportLocale;
      staffId: number;
      createdAt: Date;
      expiresAt: Date;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO import_job (id, source, file_name, file_bytes, locale, status, staff_id, created_at, expires_at, kind)
       VALUES ($1, $2, $3, $4, $5, 'reading', $6, $7, $8, $9)`,
      [
        job.id,
        job.source,
        job.fileName,
        job.fileBytes,
        job.locale,
        job.staffId,
        job.createdAt,
        job.expiresAt,
        job.kind,
      ],
    );
  }

  async unfinished(sql: Sql): Promise<number> {
    return (
      await sql.one<{ count: number }>(
        "SELECT count(*) FROM import_job WHERE status NOT IN ('done', 'cancelled', 'refused', 'failed')",
      )
    ).count;
  }

  page(on: Sql, scope: ImportScope, query: ImportListQuery): Promise<Page<ImportView>> {
    const { allStores: chain, staffId } = scope;
    return importList.page<ImportView>(on, {}, { storeIds: [], staffId, chain }, query);
  }

  view(
    on: Sql,
    { allStores: chain, staffId }: ImportScope,
    id: number,
  ): Promise<ImportView | undefined> {
    const seen = importSeen({ chain, staffId });
    return runMaybe<ImportView>(
      on,
      importRows(sql`SELECT i.id FROM import_job i WHERE ${seen} AND i.id = ${id}`),
    );
  }

  task(sql: Sql, id: number): Promise<ImportTask | undefined> {
    return sql.maybe<ImportTask>(`SELECT ${TASK} FROM import_job WHERE id = $1`, [id]);
  }

  /** Nobody else changes this import until the transaction ends; batches that are being taken over go on beside it. */
  lock(tx: Tx, id: number): Promise<ImportTask | undefined> {
    return tx.maybe<ImportTask>(`SELECT ${TASK} FROM import_job WHERE id = $1 FOR NO KEY UPDATE`, [
      id,
    ]);
  }

  /** Writes what changed of an import. */
  async change(
    sql: Sql,
    id: number,
    change: Partial<{
      status: ImportStatus;
      file_kind: string;
      sheet: object;
      mapping: object;
      findings: object | null;
      outcome: object;
      error_code: string | null;
      error_params: object | null;
      rows_total: number;
      rows_done: number;
      line_done: number;
      error_rows: number;
      error_file: boolean;
      business_date: string;
      finished_at: Date;
    }>,
  ): Promise<void> {
    const entries = Object.entries(change);
    const columns = entries.map(([column], index) => `${column} = $${index + 2}`);
    await sql.query(`UPDATE import_job SET ${columns.join(', ')} WHERE id = $1`, [
      id,
      ...entries.map(([, value]) =>
        typeof value === 'object' && value !== null && !(value instanceof Date)
          ? JSON.stringify(value)
          : value,
      ),
    ]);
  }

  /** Tells how far a job is. Returns false where the import has left that status: somebody stopped it. */
  async progress(
    sql: Sql,
    id: number,
    status: ImportStatus,
    rowsDone: number,
    rowsTotal: number,
  ): Promise<boolean> {
    const told = await sql.maybe(
      'UPDATE import_job SET rows_done = $3, rows_total = $4 WHERE id = $1 AND status = $2 RETURNING id',
      [id, status, rowsDone, rowsTotal],
    );
    return told !== undefined;
  }

  /** Up to which line everything is taken over. Returns false where somebody stopped it. */
  async passed(sql: Sql, id: number, lineDone: number, rowsDone: number): Promise<boolean> {
    const told = await sql.maybe(
      "UPDATE import_job SET line_done = $2, rows_done = $3 WHERE id = $1 AND status = 'committing' RETURNING id",
      [id, lineDone, rowsDone],
    );
    return told !== undefined;
  }

  async sign(
    tx: Tx,
    id: number,
    signed: {
      totals: Readonly<Record<string, number>>;
      staffId: number;
      at: Date;
      businessDate: string;
    },
  ): Promise<void> {
    await tx.query(
      `UPDATE import_job SET status = 'committing', signed_totals = $2, signed_by = $3, signed_at = $4, business_date = $5,
              rows_done = 0, line_done = 0 WHERE id = $1`,
      [id, JSON.stringify(signed.totals), signed.staffId, signed.at, signed.businessDate],
    );
  }

  /** Imports whose file and rows are to go, some at a time. */
  async expired(sql: Sql, now: Date): Promise<number[]> {
    const rows = await sql.query<{ id: number }>(
      `SELECT i.id FROM import_job i WHERE i.expires_at <= $1
          AND (i.error_file OR EXISTS (SELECT FROM import_line l WHERE l.import_id = i.id)) LIMIT 20`,
      [now],
    );
    return rows.map(({ id }) => id);
  }
}
