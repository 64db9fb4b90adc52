import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { EditLevelInput, LevelView } from './level.dto.js';

const COLUMNS = `id, code, name, rank, pay_rate_bps AS "payRateBps", points_per_yuan_bps AS "pointsPerYuanBps", version`;

@Injectable()
export class LevelsRepository {
  /** Lowest level first. */
  list(sql: Sql): Promise<LevelView[]> {
    return sql.query<LevelView>(`SELECT ${COLUMNS} FROM level ORDER BY rank`);
  }

  find(sql: Sql, id: number): Promise<LevelView | undefined> {
    return sql.maybe<LevelView>(`SELECT ${COLUMNS} FROM level WHERE id = $1`, [id]);
  }

  lock(tx: Tx, id: number): Promise<LevelView | undefined> {
    return tx.maybe<LevelView>(`SELECT ${COLUMNS} FROM level WHERE id = $1 FOR UPDATE`, [id]);
  }

  lowest(sql: Sql): Promise<LevelView | undefined> {
    return sql.maybe<LevelView>(`SELECT ${COLUMNS} FROM level ORDER BY rank LIMIT 1`);
  }

  async update(tx: Tx, id: number, change: Omit<EditLevelInput, 'version'>): Promise<void> {
    await tx.query(
      'UPDATE level SET name = $2, pay_rate_bps = $3, points_per_yuan_bps = $4, version = version + 1 WHERE id = $1',
      [id, change.name, change.payRateBps, change.pointsPerYuanBps],
    );
  }
}
