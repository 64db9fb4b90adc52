import { byStaffName } from '#chain/identity';
import { by, byWords, sql, type SqlText } from '#kernel/lists';

export const IMPORT_SORTS = {
  fileName: byWords(sql`i.file_name`),
  rowsTotal: by(sql`i.rows_total`),
  staffName: byStaffName(sql`i.staff_id`),
  createdAt: by(sql`i.created_at`),
};

/** One's own, and all of them for head office. */
export const importSeen = (reader: { chain?: boolean; staffId?: number }): SqlText =>
  reader.chain ? sql`true` : sql`i.staff_id = ${reader.staffId}`;

/** The rows of a list for the imports whose ids a query gives. */
export const importRows = (ids: SqlText): SqlText => sql`
  SELECT i.id, i.kind, i.source, i.file_name AS "fileName", i.file_bytes AS "fileBytes", i.file_kind AS "fileKind", i.locale, i.status,
         s.name AS "staffName", i.created_at AS "createdAt", i.sheet, i.mapping, i.findings, i.signed_totals AS "signedTotals",
         p.name AS "signedByName", i.signed_at AS "signedAt", i.outcome, i.error_code AS "errorCode", i.error_params AS "errorParams",
         i.rows_total AS "rowsTotal", i.rows_done AS "rowsDone", i.error_rows AS "errorRows", i.error_file AS "hasErrorFile",
         i.finished_at AS "finishedAt", i.expires_at AS "expiresAt"
    FROM (${ids}) h JOIN import_job i ON i.id = h.id JOIN staff s ON s.id = i.staff_id LEFT JOIN staff p ON p.id = i.signed_by`;
