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
  points,
  registerReport,
  sql,
  staffMember,
  stores,
  text,
  words,
} from '#reports';
import { TOP_UP_STATES, topUpMatches, topUpRows } from './top-up-list.query.js';
import { TOP_UP_TENDERS } from './top-up.dto.js';
import { WalletPermission } from './wallet.permissions.js';

/** Top-ups as their list shows them. What was taken back stays in the rows, marked, and counts in no total. */
registerReport(
  defineReport({
    id: 'top-up-list',
    group: 'sales',
    permission: WalletPermission.read,
    ofList: true,
    filters: {
      q: words('q'),
      period: openPeriod(),
      stores: stores(['storeIds', 'storeId']),
      staff: staffMember(),
      member: ids('memberId', 'member'),
      rule: ids('ruleId', 'top_up_rule'),
      tender: oneOf('tender', TOP_UP_TENDERS),
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
    orderBy: ['-businessDate'],
    totalsUnless: 'reversed',
    query: (filter, { storeIds }) => sql`
      SELECT r.*, o.timezone, r."reversedBy" IS NOT NULL AS reversed
        FROM (${topUpRows(sql`SELECT t.id FROM top_up t WHERE ${topUpMatches(filter, storeIds)}`)}) r JOIN store o ON o.id = r."storeId"`,
  }),
);
