import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { ColumnLayout, ListViewInput } from './list-view.dto.js';

export interface ListViewRecord {
  id: number;
  list: string;
  name: string;
  staffId: number;
  shared: boolean;
  filters: Record<string, string>;
  columns: ColumnLayout[];
  sort: string;
  version: number;
}

const COLUMNS =
  'id, list_id AS list, name, staff_id AS "staffId", shared, filters, columns, sort, version';

const valuesOf = (view: ListViewInput) => [
  view.name,
  view.shared ?? false,
  JSON.stringify(view.filters),
  JSON.stringify(view.columns),
  view.sort ?? '',
];

@Injectable()
export class ListViewsRepository {
  /** A person's own views of a list and those shared with all, shared ones first. */
  visible(sql: Sql, staffId: number, list: string): Promise<ListViewRecord[]> {
    return sql.query(
      `SELECT ${COLUMNS} FROM list_view WHERE list_id = $1 AND (staff_id = $2 OR shared) ORDER BY shared DESC, lower(name), id`,
      [list, staffId],
    );
  }

  lock(tx: Tx, id: number): Promise<ListViewRecord | undefined> {
    return tx.maybe(`SELECT ${COLUMNS} FROM list_view WHERE id = $1 FOR UPDATE`, [id]);
  }

  async countOf(sql: Sql, staffId: number, list: string): Promise<number> {
    const { count } = await sql.one<{ count: number }>(
      'SELECT count(*) FROM list_view WHERE list_id = $1 AND staff_id = $2',
      [list, staffId],
    );
    return count;
  }

  insert(tx: Tx, staffId: number, list: string, view: ListViewInput): Promise<ListViewRecord> {
    return tx.one(
      `INSERT INTO list_view (list_id, staff_id, name, shared, filters, columns, sort)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${COLUMNS}`,
      [list, staffId, ...valuesOf(view)],
    );
  }

  update(tx: Tx, id: number, view: ListViewInput): Promise<ListViewRecord> {
    return tx.one(
      `UPDATE list_view SET name = $2, shared = $3, filters = $4, columns = $5, sort = $6, version = version + 1, updated_at = now()
        WHERE id = $1 RETURNING ${COLUMNS}`,
      [id, ...valuesOf(view)],
    );
  }

  async remove(tx: Tx, id: number): Promise<void> {
    await tx.query('DELETE FROM list_view WHERE id = $1', [id]);
  }

  async layout(sql: Sql, staffId: number, list: string): Promise<ColumnLayout[] | null> {
    const row = await sql.maybe<{ columns: ColumnLayout[] }>(
      'SELECT columns FROM list_layout WHERE staff_id = $1 AND list_id = $2',
      [staffId, list],
    );
    return row?.columns ?? null;
  }

  async setLayout(sql: Sql, staffId: number, list: string, columns: ColumnLayout[]): Promise<void> {
    await sql.query(
      `INSERT INTO list_layout (staff_id, list_id, columns) VALUES ($1, $2, $3)
       ON CONFLICT (staff_id, list_id) DO UPDATE SET columns = excluded.columns, updated_at = now()`,
      [staffId, list, JSON.stringify(columns)],
    );
  }

  async removeLayout(sql: Sql, staffId: number, list: string): Promise<void> {
    await sql.query('DELETE FROM list_layout WHERE staff_id = $1 AND list_id = $2', [
      staffId,
      list,
    ]);
  }
}
