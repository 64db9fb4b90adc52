import { CARD_STATUSES } from '#cards';
import { MemberPermission } from '#members';
import {
  cents,
  choices,
  date,
  defineReport,
  flag,
  flagged,
  ids,
  oneOf,
  openPeriod,
  points,
  registerReport,
  sql,
  text,
  whole,
  words,
} from '#reports';
import { memberMatches, memberRows } from './member-list.query.js';

/** The members of the chain, as their list shows them. They belong to all stores: whoever works at one sees them. */
registerReport(
  defineReport({
    id: 'member-list',
    group: 'members',
    permission: MemberPermission.read,
    ofList: true,
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
      nickname: text({ sortable: false, width: 14 }),
      phone: text({ pii: 'phone', sortable: false, width: 15 }),
      levelName: text({ sortable: false, width: 10 }),
      homeStoreName: text({ sortable: false }),
      tags: choices(undefined),
      cardCount: whole({ sortable: false, width: 8 }),
      principalCents: cents({ total: 'sum', sortable: false }),
      bonusCents: cents({ total: 'sum', sortable: false }),
      points: points({ total: 'sum', sortable: false }),
      registered: flag({ sortable: false }),
      lastVisitOn: date({ sortable: false }),
      joinedOn: date(),
    },
    orderBy: ['-id'],
    query: (filter, { storeIds, today }) =>
      memberRows(
        sql`SELECT m.id FROM member m WHERE cardinality(${storeIds}::bigint[]) > 0 AND ${memberMatches(filter)}`,
        today,
      ),
  }),
);
