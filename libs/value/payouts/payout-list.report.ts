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
  sql,
  type SqlText,
  staffMember,
  stores,
  text,
  words,
} from '#kernel/lists';
import { WalletPermission } from '#value/wallets';
import { PAYOUT_KINDS } from './payout.dto.js';
import { PAYOUT_SORTS, PAYOUT_STATES, payoutMatches, payoutRows } from './payout-list.query.js';

const standing = (value: SqlText) => sql`CASE WHEN p.reversed_at IS NULL THEN ${value} END`;

/** Payouts. What was reversed stays in the rows, marked, and counts in no total. */
export const payoutList = defineList({
  id: 'payout-list',
  route: '/payouts',
  group: 'sales',
  permission: WalletPermission.read,
  filters: {
    q: words('q'),
    period: openPeriod(),
    payoutKind: oneOf('kind', PAYOUT_KINDS),
    stores: stores(['storeId']),
    staff: staffMember(),
    member: ids('memberId', 'member'),
    tender: tenderFilter('money'),
    state: oneOf('state', PAYOUT_STATES),
  },
  columns: {
    receiptNo: text({ width: 22 }),
    kind: choice('payoutKind'),
    businessDate: date(),
    at: instant(),
    storeName: text(),
    staffName: text({ width: 12 }),
    approvedByName: text({ width: 12 }),
    memberName: text({ link: 'member', width: 12 }),
    toMemberName: text({ width: 12 }),
    tender: choice('tender'),
    principalCents: cents({ total: 'sum' }),
    paidCents: cents({ total: 'sum' }),
    depositCents: cents({ total: 'sum' }),
    receivedCents: cents({ total: 'sum' }),
    bonusVoidCents: cents({ total: 'sum' }),
    bonusMovedCents: cents({ total: 'sum' }),
    reason: text({ width: 24 }),
    reversed: flag(),
  },
  from: sql`payout p`,
  key: sql`p.id`,
  sorts: PAYOUT_SORTS,
  order: '-businessDate',
  tie: 'businessDate',
  totalsUnless: 'reversed',
  sums: {
    principalCents: standing(sql`p.principal_cents`),
    paidCents: standing(sql`p.paid_cents`),
    depositCents: standing(sql`p.deposit_cents`),
    receivedCents: standing(sql`p.received_cents`),
    bonusVoidCents: standing(sql`p.bonus_void_cents + p.held_void_cents`),
    bonusMovedCents: standing(sql`p.bonus_moved_cents + p.held_moved_cents`),
  },
  matches: ({ payoutKind, ...filter }, { storeIds }) =>
    payoutMatches({ ...filter, kind: payoutKind }, storeIds),
  rows: payoutRows,
  inFile: (rows) => sql`SELECT r.*, o.timezone FROM (${rows}) r JOIN store o ON o.id = r."storeId"`,
});
