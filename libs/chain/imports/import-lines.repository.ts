import type { Sql } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { RowProblem } from './import.types.js';
import type { ReadCell } from './reading/reading.types.js';

export interface ImportLineRecord {
  lineNo: number;
  cells: ReadCell[];
}

export interface WrongLine extends ImportLineRecord {
  problems: RowProblem[];
}

/** Rows of files are forgotten, by a query of import_id and line_no: for who knows whose rows they are. */
export const forgetLines = (rows: string): string =>
  `DELETE FROM import_line l USING (${rows}) r WHERE l.import_id = r.import_id AND l.line_no = r.line_no`;

/** Rows of a file while they are judged. */
@Injectable()
export class ImportLinesRepository {
  /** `json`: an array of [line, cells]. */
  async insert(sql: Sql, importId: number, json: string): Promise<void> {
    await sql.query(
      `INSERT INTO import_line (import_id, line_no, cells)
       SELECT $1, (row -> 0)::int, row -> 1 FROM jsonb_array_elements($2::jsonb) AS row`,
      [importId, json],
    );
  }

  async clear(sql: Sql, importId: number): Promise<void> {
    await sql.query('DELETE FROM import_line WHERE import_id = $1', [importId]);
  }

  /** The next rows after a line, in the order of the file; `openOnly` leaves out what was judged unfit. */
  after(
    sql: Sql,
    importId: number,
    line: number,
    limit: number,
    openOnly: boolean,
  ): Promise<ImportLineRecord[]> {
    return sql.query<ImportLineRecord>(
      `SELECT line_no AS "lineNo", cells FROM import_line
        WHERE import_id = $1 AND line_no > $2 AND (NOT $4 OR state = 'open') ORDER BY line_no LIMIT $3`,
      [importId, line, limit, openOnly],
    );
  }

  /** Writes the verdicts on some rows; what is not named stays. */
  async judge(
    sql: Sql,
    importId: number,
    verdicts: readonly { lineNo: number; state: 'known' | 'wrong'; problems?: RowProblem[] }[],
  ): Promise<void> {
    if (verdicts.length === 0) return;
    await sql.query(
      `UPDATE import_line l SET state = v.state, problems = v.problems
         FROM jsonb_to_recordset($2::jsonb) AS v("lineNo" int, state text, problems jsonb)
        WHERE l.import_id = $1 AND l.line_no = v."lineNo"`,
      [importId, JSON.stringify(verdicts)],
    );
  }

  async reopen(sql: Sql, importId: number): Promise<void> {
    await sql.query(
      "UPDATE import_line SET state = 'open', problems = NULL WHERE import_id = $1 AND state <> 'open'",
      [importId],
    );
  }

  wrongAfter(sql: Sql, importId: number, line: number, limit: number): Promise<WrongLine[]> {
    return sql.query<WrongLine>(
      `SELECT line_no AS "lineNo", cells, problems FROM import_line
        WHERE import_id = $1 AND line_no > $2 AND state = 'wrong' ORDER BY line_no LIMIT $3`,
      [importId, line, limit],
    );
  }

  async wrongPage(
    sql: Sql,
    importId: number,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<{ rows: WrongLine[]; total: number }> {
    const rows = await sql.query<WrongLine>(
      `SELECT line_no AS "lineNo", cells, problems FROM import_line
        WHERE import_id = $1 AND state = 'wrong' ORDER BY line_no LIMIT $2 OFFSET $3`,
      [importId, limit, offset],
    );
    return { rows, total: (await this.counts(sql, importId)).wrong };
  }

  counts(sql: Sql, importId: number): Promise<{ known: number; wrong: number }> {
    return sql.one(
      `SELECT count(*) FILTER (WHERE state = 'known') AS known, count(*) FILTER (WHERE state = 'wrong') AS wrong
         FROM import_line WHERE import_id = $1 AND state <> 'open'`,
      [importId],
    );
  }
}
