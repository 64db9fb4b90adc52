import { defineList, qty, rate, sql, text, whole, words } from '#kernel/lists';
import { LEVEL_SORTS, levelMatches, levelRows, MEMBERS } from './level-list.query.js';
import { LevelPermission } from './level.permissions.js';

/** The levels of members, what they pay and earn, and how many members have them. */
export const levelList = defineList({
  id: 'level-list',
  route: '/levels/counted',
  group: 'members',
  permission: LevelPermission.read,
  filters: { q: words('q') },
  columns: {
    rank: whole({ width: 8 }),
    name: text(),
    code: text(),
    payRateBps: rate(),
    pointsPerYuan: qty(),
    memberCount: whole({ total: 'sum' }),
  },
  from: sql`level l`,
  key: sql`l.id`,
  sorts: LEVEL_SORTS,
  small: true,
  order: 'rank',
  sums: { memberCount: MEMBERS },
  matches: (filter, { storeIds }) =>
    sql`cardinality(${storeIds}::bigint[]) > 0 AND ${levelMatches(filter)}`,
  rows: levelRows,
  // Thousandths of a point.
  inFile: (rows) =>
    sql`SELECT r.*, round(r."pointsPerYuanBps" / 10.0)::bigint AS "pointsPerYuan" FROM (${rows}) r`,
});
