import {
  choice,
  choices,
  defineList,
  flag,
  oneOf,
  registerWords,
  sql,
  text,
  whole,
  words,
} from '#kernel/lists';
import { TENDER_SORTS, tenderMatches, tenderRows } from './tender-list.query.js';
import { TenderPermission } from './tender.permissions.js';
import { TENDER_STATES } from './tender.rules.js';
import codes from './words/tenders.locale.js';

const { 'zh-CN': zh, en } = codes;
registerWords('tenderState', { 'zh-CN': zh.tenders.states, en: en.tenders.states });
registerWords('tenderPlace', { 'zh-CN': zh.tenders.places, en: en.tenders.places });
registerWords('tenderClose', { 'zh-CN': zh.tenders.closes, en: en.tenders.closes });

/** How the chain takes money. */
export const tenderList = defineList({
  id: 'tender-list',
  route: '/tenders',
  group: 'sales',
  permission: TenderPermission.manage,
  filters: { q: words('q'), tenderState: oneOf('state', TENDER_STATES) },
  columns: {
    nameZh: text(),
    nameEn: text(),
    code: text(),
    tillKey: text({ width: 8 }),
    place: choice('tenderPlace'),
    inDrawer: flag(),
    close: choice('tenderClose'),
    asksReference: flag(),
    refundable: flag(),
    storeNames: choices(undefined, { width: 30 }),
    position: whole({ width: 8 }),
    state: choice('tenderState'),
  },
  from: sql`tender t`,
  key: sql`t.id`,
  sorts: TENDER_SORTS,
  small: true,
  order: 'position',
  matches: (filter, { storeIds }) => tenderMatches(filter, storeIds),
  rows: tenderRows,
  inFile: (rows) => sql`
    SELECT r.id, r."nameZh", r."nameEn", r.code, r."tillKey", r.place, r."inDrawer", CASE WHEN r.counted THEN 'counted' ELSE 'compared' END AS close,
           r."asksReference", r.refundable, ARRAY(SELECT x ->> 'name' FROM jsonb_array_elements(r.stores) x) AS "storeNames", r.position, r.state
      FROM (${rows}) r`,
});
