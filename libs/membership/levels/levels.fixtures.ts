import type { Sql } from '#kernel';

let rank = 0;

/** A level; silver-like by default: pays in full, 1 point a yuan. */
export async function aLevel(
  sql: Sql,
  level: { code?: string; name?: string; payRateBps?: number; pointsPerYuanBps?: number } = {},
): Promise<{ levelId: number; payRateBps: number; pointsPerYuanBps: number }> {
  rank += 1;
  const { payRateBps = 10_000, pointsPerYuanBps = 10_000 } = level;
  const { id } = await sql.one<{ id: number }>(
    `INSERT INTO level (code, name, rank, pay_rate_bps, points_per_yuan_bps)
     SELECT $1, $2, coalesce(max(rank), 0) + 1, $3, $4 FROM level RETURNING id`,
    [level.code ?? `L${rank}`, level.name ?? `等级${rank}`, payRateBps, pointsPerYuanBps],
  );
  return { levelId: id, payRateBps, pointsPerYuanBps };
}
