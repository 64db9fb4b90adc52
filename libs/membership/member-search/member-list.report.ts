import { CARD_STATUSES } from '#membership/cards';
import { MemberPermission } from '#membership/members';
import {
  cents,
  choices,
  date,
  defineList,
  flag,
  flagged,
  ids,
  oneOf,
  openPeriod,
  points,
  sql,
  text,
  whole,
  words,
} from '#kernel/lists';
import { MEMBER_SORTS, memberMatches, memberRows } from './member-list.query.js';

/** The members of the chain. They belong to all stores: whoever works at one sees them. */
export const memberList = defineList({
  id: 'member-list',
  route: '/members',
  group: 'members',
  permission: MemberPermission.read,
  filters: {
    q: words('q'),
    level: ids('levelId', 'level'),
    homeStore: ids('homeStoreId', 'store'),
    tag: ids('tagId', 'tag'),
    joined: openPeriod(),
    cardStatus: oneOf('cardStatus', CARD_STATUSES),
    hasDebt: flagged('hasDebt'),
    registered: flagged('registered'),
  },
  columns: {
    memberNo: whole(),
    name: text({ width: 14 }),
    nickname: text({ width: 14 }),
    phone: text({ pii: 'phone', width: 15 }),
    levelName: text({ width: 10 }),
    homeStoreName: text(),
    tags: choices(undefined),
    cardCount: whole({ width: 8 }),
    principalCents: cents({ total: 'sum' }),
    bonusCents: cents({ total: 'sum' }),
    points: points({ total: 'sum' }),
    registered: flag(),
    lastVisitOn: date(),
    joinedOn: date(),
  },
  from: sql`member m`,
  key: sql`m.id`,
  sorts: MEMBER_SORTS,
  order: '-id',
  matches: (filter, { storeIds }) =>
    sql`cardinality(${storeIds}::bigint[]) > 0 AND ${memberMatches(filter)}`,
  rows: (ids, { today }) => memberRows(ids, today),
});
