import { by, byWords, later, sql, type SqlText } from '#kernel/lists';
import { membersOfLevels } from './members-of-levels.js';

export const LEVEL_SORTS = {
  rank: by(sql`l.rank`),
  name: byWords(sql`l.name`),
  payRateBps: by(sql`l.pay_rate_bps`),
  pointsPerYuan: by(sql`round(l.points_per_yuan_bps / 10.0)`),
};

/** The condition on `l` that a filter means. */
export function levelMatches({ q }: { q?: string | null | undefined }): SqlText {
  const like = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
  return like ? sql`(l.name ILIKE ${like} OR l.code ILIKE ${like})` : sql`true`;
}

/** How many members have the level `l`. */
export const MEMBERS = sql`(SELECT count(*) FROM (${later(membersOfLevels.ask)}) m WHERE m.level_id = l.id)`;

/** The levels whose ids a query gives, each with how many members it has. */
export const levelRows = (ids: SqlText): SqlText => sql`
  SELECT l.id, l.code, l.name, l.rank, l.pay_rate_bps AS "payRateBps", l.points_per_yuan_bps AS "pointsPerYuanBps", l.version,
         ${MEMBERS} AS "memberCount"
    FROM (${ids}) h JOIN level l ON l.id = h.id`;
