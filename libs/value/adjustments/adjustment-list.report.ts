import {
  cents,
  choice,
  date,
  defineList,
  ids,
  instant,
  oneOf,
  openPeriod,
  points,
  sql,
  staffMember,
  stores,
  text,
  words,
} from '#kernel/lists';
import { WalletPermission } from '#value/wallets';
import { ADJUSTMENT_KINDS } from './adjustment.dto.js';
import { ADJUSTMENT_SORTS, adjustmentMatches, adjustmentRows } from './adjustment-list.query.js';

const given = (kind: string) => sql`CASE WHEN d.kind = ${kind} AND d.amount > 0 THEN d.amount END`;
const taken = (kind: string) => sql`CASE WHEN d.kind = ${kind} AND d.amount < 0 THEN -d.amount END`;
const changed = (kind: string) => sql`CASE WHEN d.kind = ${kind} THEN d.amount END`;

/** Adjustments; what is one column on the screen is one for each unit in the file. */
export const adjustmentList = defineList({
  id: 'adjustment-list',
  route: '/adjustments',
  group: 'sales',
  permission: WalletPermission.read,
  filters: {
    q: words('q'),
    period: openPeriod(),
    adjustmentKind: oneOf('kind', ADJUSTMENT_KINDS),
    stores: stores(['storeId']),
    staff: staffMember(),
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
  from: sql`adjustment d`,
  key: sql`d.id`,
  sorts: ADJUSTMENT_SORTS,
  order: '-businessDate',
  tie: 'businessDate',
  // Given and taken, each in its own unit.
  sums: {
    principalCents: changed('principal'),
    bonusCents: changed('bonus'),
    points: changed('points'),
    principalGivenCents: given('principal'),
    principalTakenCents: taken('principal'),
    bonusGivenCents: given('bonus'),
    bonusTakenCents: taken('bonus'),
    pointsGiven: given('points'),
    pointsTaken: taken('points'),
  },
  matches: ({ adjustmentKind, ...filter }, { storeIds }) =>
    adjustmentMatches({ ...filter, kind: adjustmentKind }, storeIds),
  rows: adjustmentRows,
  inFile: (rows) => sql`
    SELECT r.*, o.timezone,
           CASE r.kind WHEN 'principal' THEN r.amount END AS "principalCents", CASE r.kind WHEN 'principal' THEN r."balanceAfter" END AS "principalAfterCents",
           CASE r.kind WHEN 'bonus' THEN r.amount END AS "bonusCents", CASE r.kind WHEN 'bonus' THEN r."balanceAfter" END AS "bonusAfterCents",
           CASE r.kind WHEN 'points' THEN r.amount END AS points, CASE r.kind WHEN 'points' THEN r."balanceAfter" END AS "pointsAfter"
      FROM (${rows}) r JOIN store o ON o.id = r."storeId"`,
});
