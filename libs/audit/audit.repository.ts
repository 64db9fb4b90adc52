import { Injectable } from '@nestjs/common';
import { addDays, pageOf, type Sql } from '#kernel';
import type { AuditQuery, AuditRow } from './audit.dto.js';

// Whoever does not see all stores sees what happened at theirs; what belongs to no store is for head office.
const WHERE = `($1::boolean OR a.store_id = ANY($2))
  AND ($3::text IS NULL OR a.action = $3) AND ($4::text IS NULL OR a.subject_kind = $4) AND ($5::text IS NULL OR a.subject_id = $5)
  AND ($6::bigint IS NULL OR a.staff_id = $6) AND ($7::bigint IS NULL OR a.store_id = $7)
  AND ($8::date IS NULL OR a.at >= $8::date) AND ($9::date IS NULL OR a.at < $9::date)
  AND ($10::text IS NULL OR a.action LIKE '%' || $10 || '%' OR a.subject_id LIKE '%' || $10 || '%')`;

@Injectable()
export class AuditRepository {
  async page(
    sql: Sql,
    scope: { allStores: boolean; storeIds: readonly number[] },
    query: AuditQuery,
  ): Promise<{ rows: AuditRow[]; total: number }> {
    const { limit, offset } = pageOf(query);
    const filters = [
      query.action,
      query.subjectKind,
      query.subjectId,
      query.staffId,
      query.storeId,
      query.from,
    ];
    const where = [
      scope.allStores,
      scope.storeIds,
      ...filters.map((filter) => filter ?? null),
      query.to ? addDays(query.to, 1) : null,
      query.q?.replace(/[\\%_]/g, '\\$&') ?? null,
    ];
    const rows = await sql.query<AuditRow>(
      `SELECT a.id, a.at, f.name AS "staffName", s.name AS "storeName", a.action, a.subject_kind AS "subjectKind",
              a.subject_id AS "subjectId", a.before, a.after, a.reason
         FROM audit_record a LEFT JOIN staff f ON f.id = a.staff_id LEFT JOIN store s ON s.id = a.store_id
        WHERE ${WHERE} ORDER BY a.id DESC LIMIT $11 OFFSET $12`,
      [...where, limit, offset],
    );
    const { total } = await sql.one<{ total: number }>(
      `SELECT count(*) AS total FROM audit_record a WHERE ${WHERE}`,
      where,
    );
    return { rows, total };
  }
}
