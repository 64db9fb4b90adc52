import {
  choices,
  defineList,
  flag,
  flagged,
  ids,
  registerWords,
  sql,
  text,
  words,
} from '#kernel/lists';
import { STANDARD_ROLES } from './role.rules.js';
import { STAFF_SORTS, staffMatches, staffRows } from './staff-list.query.js';
import { StaffPermission } from './staff.permissions.js';
import codes from './words/roles.locale.js';

registerWords('role', { 'zh-CN': codes['zh-CN'].signIn.roles, en: codes.en.signIn.roles });
const inWords = STANDARD_ROLES.map(({ code }) => code);

/** The people of the stores one may see. */
export const staffList = defineList({
  id: 'staff-list',
  route: '/staff',
  group: 'members',
  permission: StaffPermission.read,
  filters: {
    q: words('q'),
    store: ids('storeId', 'store'),
    role: ids('roleId', 'role'),
    active: flagged('active'),
  },
  columns: {
    name: text({ width: 14 }),
    login: text(),
    roles: choices('role'),
    homeStoreName: text(),
    storeNames: choices(undefined, { width: 30 }),
    active: flag(),
  },
  from: sql`staff f`,
  key: sql`f.id`,
  sorts: STAFF_SORTS,
  small: true,
  order: 'homeStoreName',
  tie: 'login',
  matches: (filter, { chain, storeIds }) => staffMatches(filter, chain ? null : storeIds),
  rows: (ids, { storeIds }) => staffRows(ids, storeIds),
  inFile: (rows) => sql`
    SELECT r.id, r.name, r.login, r.active, r."homeStoreName", ARRAY(SELECT x ->> CASE WHEN x ->> 'code' = ANY (${inWords}::text[]) THEN 'code' ELSE 'name' END FROM jsonb_array_elements(r.roles) x) AS roles,
           ARRAY(SELECT s.name FROM store s WHERE s.id = ANY (r."storeIds") ORDER BY s.id) AS "storeNames"
      FROM (${rows}) r`,
});
