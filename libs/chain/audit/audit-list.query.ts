import { byStoreName } from '#chain/stores';
import { byStaffName } from '#chain/identity';
import { by, nothing, sql, startOf, type SqlText } from '#kernel/lists';

export const AUDIT_SORTS = {
  at: by(sql`a.at`),
  staffName: byStaffName(sql`a.staff_id`, 'some'),
  storeName: byStoreName(sql`a.store_id`, 'some'),
};

/** What a list of records may be narrowed to; what is missing narrows nothing. */
export interface AuditFilter {
  q?: string | null;
  /** Days of the chain, both included. */
  period?: { from?: string | undefined; to?: string | undefined } | null;
  staff?: number | null;
  action?: string | null;
  subjectKind?: string | null;
  subjectId?: string | null;
}

/** The condition on `a` that a filter means, without the stores. */
export function auditMatches(filter: AuditFilter): SqlText {
  const { period, staff, action, subjectKind, subjectId } = filter;
  const like = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null;
  return sql`true
    ${period?.from ? sql`AND a.at >= ${startOf(period.from)}` : nothing}
    ${period?.to ? sql`AND a.at < ${startOf(period.to)} + interval '1 day'` : nothing}
    ${staff ? sql`AND a.staff_id = ${staff}` : nothing}
    ${action ? sql`AND a.action = ${action}` : nothing}
    ${subjectKind ? sql`AND a.subject_kind = ${subjectKind}` : nothing}
    ${subjectId ? sql`AND a.subject_id = ${subjectId}` : nothing}
    ${like ? sql`AND (a.action LIKE ${like} OR a.subject_id LIKE ${like})` : nothing}`;
}

/** The rows of a list for the records whose ids a query gives. */
export function auditRows(ids: SqlText): SqlText {
  return sql`
    SELECT a.id, a.at, f.name AS "staffName", s.name AS "storeName", a.action, a.subject_kind AS "subjectKind", a.subject_id AS "subjectId",
           a.before, a.after, a.reason
      FROM (${ids}) h JOIN audit_record a ON a.id = h.id LEFT JOIN staff f ON f.id = a.staff_id LEFT JOIN store s ON s.id = a.store_id`;
}
