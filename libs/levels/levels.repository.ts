import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { CountedLevelView, EditLevelInput, LevelView } from './level.dto.js';

const COLUMNS = `id, code, name, rank, pay_rate_bps AS "payRateBps", points_per_yuan_bps AS "pointsPerYuanBps", version`;

@Injectable()
export class LevelsRepository {
  /** Lowest level first. */
  list(sql: Sql): Promise<LevelView[]> {
    return sql.query<LevelView>(`SELECT ${COLUMNS} FROM level ORDER BY rank`);
  }

  /** … each with how many members it has: one pass over all members. */
  counted(sql: Sql): Promise<CountedLevelView[]> {
    return sql.query<CountedLevelView>(
      `SELECT ${COLUMNS}, coalesce(c.members, 0) AS "memberCount"
         FROM level LEFT JOIN (SELECT level_id, count(*) AS members FROM member WHERE status = 'active' GROUP BY level_id) c
           ON c.level_id = level.id
        ORDER BY rank`,
    );
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
