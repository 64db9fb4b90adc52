import { tenderFilter } from '#chain/tenders';
import {
  cents,
  choice,
  date,
  defineList,
  flag,
  ids,
  instant,
  oneOf,
  openPeriod,
  points,
  sql,
  type SqlText,
  staffMember,
  stores,
  text,
  words,
} from '#kernel/lists';
import { TOP_UP_SORTS, TOP_UP_STATES, topUpMatches, topUpRows } from './top-up-list.query.js';
import { WalletPermission } from './wallet.permissions.js';

const standing = (value: SqlText) => sql`CASE WHEN x.id IS NULL THEN ${value} END`;

/** Top-ups. What was taken back stays in the rows, marked, and counts in no total. */
export const topUpList = defineList({
  id: 'top-up-list',
  route: '/top-ups',
  group: 'sales',
  permission: WalletPermission.read,
  filters: {
    q: words('q'),
    period: openPeriod(),
    stores: stores(['storeIds', 'storeId']),
    staff: staffMember(),
    member: ids('memberId', 'member'),
    rule: ids('ruleId', 'top_up_rule'),
    tender: tenderFilter('money'),
    state: oneOf('state', TOP_UP_STATES),
  },
  columns: {
    receiptNo: text({ width: 22 }),
    businessDate: date(),
    at: instant(),
    storeName: text(),
    staffName: text({ width: 12 }),
    memberName: text({ link: 'member', width: 12 }),
    tender: choice('tender'),
    principalCents: cents({ total: 'sum' }),
    bonusCents: cents({ total: 'sum' }),
    points: points({ total: 'sum' }),
    ruleName: text(),
    reversalReason: text({ width: 24 }),
    reversed: flag(),
  },
  from: sql`top_up t LEFT JOIN top_up_reversal x ON x.top_up_id = t.id`,
  key: sql`t.id`,
  sorts: TOP_UP_SORTS,
  order: '-businessDate',
  tie: 'businessDate',
  totalsUnless: 'reversed',
  sums: {
    count: standing(sql`1`),
    principalCents: standing(sql`t.principal_cents`),
    bonusCents: standing(sql`t.bonus_cents`),
    points: standing(sql`t.points`),
    reversedCount: sql`CASE WHEN x.id IS NOT NULL THEN 1 END`,
    reversedCents: sql`x.principal_cents`,
  },
  matches: (filter, { storeIds }) => topUpMatches(filter, storeIds),
  rows: topUpRows,
  inFile: (rows) => sql`
    SELECT r.*, o.timezone, r."reversedBy" IS NOT NULL AS reversed FROM (${rows}) r JOIN store o ON o.id = r."storeId"`,
});
