import {
  cents,
  choice,
  date,
  defineReport,
  ids,
  instant,
  oneOf,
  openPeriod,
  points,
  registerReport,
  sql,
  stores,
  text,
  words,
} from '#reports';
import { WalletPermission } from '#wallets';
import { ADJUSTMENT_KINDS } from './adjustment.dto.js';
import { adjustmentMatches, adjustmentRows } from './adjustment-list.query.js';

/** Adjustments as their list shows them; what is one column on the screen is one for each unit here. */
registerReport(
  defineReport({
    id: 'adjustment-list',
    group: 'sales',
    permission: WalletPermission.read,
    ofList: true,
    filters: {
      q: words('q'),
      period: openPeriod(),
      adjustmentKind: oneOf('kind', ADJUSTMENT_KINDS),
      stores: stores(['storeId']),
      member: ids('memberId', 'member'),
    },
    columns: {
      receiptNo: text({ width: 22 }),
      kind: choice('adjustmentKind'),
      businessDate: date(),
      at: instant(),
      storeName: text(),
      memberName: text({ link: 'member', width: 12 }),
      principalCents: cents({ total: 'sum' }),
      bonusCents: cents({ total: 'sum' }),
      points: points({ total: 'sum' }),
      principalAfterCents: cents(),
      bonusAfterCents: cents(),
      pointsAfter: points(),
      reason: text({ width: 24 }),
      staffName: text({ width: 12 }),
      approvedByName: text({ width: 12 }),
      expiresOn: date(),
    },
    orderBy: ['-businessDate'],
    query: ({ adjustmentKind, ...filter }, { storeIds }) => {
      const matches = adjustmentMatches({ ...filter, kind: adjustmentKind }, storeIds);
      const rows = adjustmentRows(sql`SELECT d.id FROM adjustment d WHERE ${matches}`);
      return sql`
        SELECT r.*, o.timezone,
               CASE r.kind WHEN 'principal' THEN r.amount END AS "principalCents", CASE r.kind WHEN 'principal' THEN r."balanceAfter" END AS "principalAfterCents",
               CASE r.kind WHEN 'bonus' THEN r.amount END AS "bonusCents", CASE r.kind WHEN 'bonus' THEN r."balanceAfter" END AS "bonusAfterCents",
               CASE r.kind WHEN 'points' THEN r.amount END AS points, CASE r.kind WHEN 'points' THEN r."balanceAfter" END AS "pointsAfter"
          FROM (${rows}) r JOIN store o ON o.id = r."storeId"`;
    },
  }),
);
