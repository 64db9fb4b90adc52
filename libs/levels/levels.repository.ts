import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { EditLevelInput, LevelView } from './level.dto.js';

export type LevelTerms = Omit<LevelView, 'memberCount'>;

const COLUMNS = `id, code, name, rank, pay_rate_bps AS "payRateBps", points_per_yuan_bps AS "pointsPerYuanBps"`;

@Injectable()
export class LevelsRepository {
  /** Lowest level first, each with how many members it has. */
  list(sql: Sql): Promise<LevelView[]> {
    return sql.query<LevelView>(
      `SELECT ${COLUMNS}, (SELECT count(*) FROM member m WHERE m.level_id = level.id AND m.status = 'active') AS "memberCount"
         FROM level ORDER BY rank`,
    );
  }

  find(sql: Sql, id: number): Promise<LevelTerms | undefined> {
    return sql.maybe<LevelTerms>(`SELECT ${COLUMNS} FROM level WHERE id = $1`, [id]);
  }

  lock(tx: Tx, id: number): Promise<LevelTerms | undefined> {
    return tx.maybe<LevelTerms>(`SELECT ${COLUMNS} FROM level WHERE id = $1 FOR UPDATE`, [id]);
  }

  lowest(sql: Sql): Promise<LevelTerms | undefined> {
    return sql.maybe<LevelTerms>(`SELECT ${COLUMNS} FROM level ORDER BY rank LIMIT 1`);
  }

  async update(tx: Tx, id: number, change: EditLevelInput): Promise<void> {
    await tx.query(
      'UPDATE level SET name = $2, pay_rate_bps = $3, points_per_yuan_bps = $4 WHERE id = $1',
      [id, change.name, change.payRateBps, change.pointsPerYuanBps],
    );
  }
}
