import {
  choice,
  defineList,
  instant,
  oneOf,
  registerWords,
  sql,
  text,
  whole,
  words,
} from '#kernel/lists';
import { SEGMENT_SORTS, segmentMatches, segmentRows, WHOSE } from './segment-list.query.js';
import { SegmentPermission } from './segment.permissions.js';
import codes from './words/segments.locale.js';

registerWords('segmentVisibility', {
  'zh-CN': codes['zh-CN'].segments.visibilities,
  en: codes.en.segments.visibilities,
});
registerWords('segmentWhose', {
  'zh-CN': codes['zh-CN'].segments.whoses,
  en: codes.en.segments.whoses,
});

/** Saved questions about members: one's own and those that are shared. */
export const segmentList = defineList({
  id: 'segment-list',
  route: '/segments',
  group: 'members',
  permission: SegmentPermission.read,
  filters: { q: words('q'), segmentWhose: oneOf('whose', WHOSE) },
  columns: {
    name: text({ width: 24 }),
    members: whole(),
    countedAt: instant(),
    visibility: choice('segmentVisibility'),
    ownerName: text({ width: 12 }),
    updatedAt: instant(),
  },
  from: sql`segment g`,
  key: sql`g.id`,
  sorts: SEGMENT_SORTS,
  small: true,
  order: '-updatedAt',
  matches: ({ q, segmentWhose }, { staffId }) =>
    segmentMatches({ q, whose: segmentWhose }, staffId),
  rows: (ids, { staffId }) => segmentRows(ids, staffId),
});
