import {
  defineList,
  instant,
  openPeriod,
  sql,
  staffMember,
  stores,
  text,
  words,
} from '#kernel/lists';
import { auditWord, changesText } from './audit-cells.js';
import { AUDIT_SORTS, auditMatches, auditRows } from './audit-list.query.js';
import { AuditPermission } from './audit.permissions.js';

/** Who changed what. Of one's own stores; what belongs to no store is for those who see them all. */
export const auditList = defineList({
  id: 'audit-list',
  route: '/audit',
  group: 'members',
  permission: AuditPermission.read,
  filters: {
    q: words('q'),
    period: openPeriod(),
    stores: stores(['storeId']),
    staff: staffMember(),
    action: words('action'),
    subjectKind: words('subjectKind'),
    subjectId: words('subjectId'),
  },
  columns: {
    at: instant(),
    staffName: text({ width: 12 }),
    action: text({
      width: 20,
      says: ({ action }, locale) => auditWord(locale, 'actions', String(action)),
    }),
    subjectKind: text({
      width: 14,
      says: ({ subjectKind }, locale) => auditWord(locale, 'subjects', String(subjectKind)),
    }),
    subjectId: text(),
    changes: text({ width: 50, says: changesText }),
    reason: text({ width: 24 }),
    storeName: text(),
  },
  from: sql`audit_record a`,
  key: sql`a.id`,
  sorts: AUDIT_SORTS,
  order: '-at',
  matches: (filter, { chain, storeIds }) =>
    sql`${chain ? sql`true` : sql`a.store_id = ANY (${storeIds}::bigint[])`} AND ${auditMatches(filter)}`,
  rows: auditRows,
});
