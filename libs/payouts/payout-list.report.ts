import {
  cents,
  choice,
  date,
  defineReport,
  flag,
  ids,
  instant,
  oneOf,
  openPeriod,
  registerReport,
  sql,
  stores,
  text,
  words,
} from '#reports';
import { WalletPermission } from '#wallets';
import { PAYOUT_KINDS } from './payout.dto.js';
import { payoutMatches, payoutRows } from './payout-list.query.js';

/** Payouts as their list shows them. What was reversed stays in the rows, marked, and counts in no total. */
registerReport(
  defineReport({
    id: 'payout-list',
    group: 'sales',
    permission: WalletPermission.read,
    ofList: true,
    filters: {
      q: words('q'),
      period: openPeriod(),
      payoutKind: oneOf('kind', PAYOUT_KINDS),
      stores: stores(['storeId']),
      member: ids('memberId', 'member'),
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
    orderBy: ['-businessDate'],
    totalsUnless: 'reversed',
    query: ({ payoutKind, ...filter }, { storeIds }) => {
      const matches = payoutMatches({ ...filter, kind: payoutKind }, storeIds);
      const rows = payoutRows(sql`SELECT p.id FROM payout p WHERE ${matches}`);
      return sql`SELECT r.*, o.timezone FROM (${rows}) r JOIN store o ON o.id = r."storeId"`;
    },
  }),
);
