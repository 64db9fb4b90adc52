import {
  choice,
  choices,
  defineList,
  flag,
  flagged,
  registerWords,
  sql,
  text,
  words,
} from '#kernel/lists';
import { STORE_SORTS, storeMatches, storeRows } from './store-list.query.js';
import { StorePermission } from './store.permissions.js';
import codes from './words/stores.locale.js';

registerWords('storeType', {
  'zh-CN': codes['zh-CN'].stores.types,
  en: codes.en.stores.types,
});

/** The stores one may work in. */
export const storeList = defineList({
  id: 'store-list',
  route: '/stores',
  group: 'sales',
  permission: StorePermission.read,
  filters: { q: words('q'), active: flagged('active') },
  columns: {
    name: text(),
    code: text({ width: 8 }),
    type: choice('storeType'),
    region: text({ width: 10 }),
    tills: choices(undefined),
    cutoverHour: text({ width: 10 }),
    timezone: text(),
    phone: text(),
    address: text({ width: 30 }),
    active: flag(),
  },
  from: sql`store s`,
  key: sql`s.id`,
  sorts: STORE_SORTS,
  small: true,
  order: 'id',
  matches: (filter, { storeIds }) => storeMatches(filter, storeIds),
  rows: storeRows,
  inFile: (rows) => sql`
    SELECT r.id, r.name, r.code, r.type, r.region, ARRAY(SELECT x ->> 'name' FROM jsonb_array_elements(r.tills) x) AS tills,
           to_char(r."cutoverHour", 'FM00') || ':00' AS "cutoverHour", r.timezone, r.phone, r.address, r.active
      FROM (${rows}) r`,
});
