import { choice, defineList, instant, registerWords, sql, text, whole } from '#kernel/lists';
import { IMPORT_SORTS, importRows, importSeen } from './import-list.query.js';
import { ImportPermission } from './import.permissions.js';
import codes from './words/imports.locale.js';

registerWords('importStatus', {
  'zh-CN': codes['zh-CN'].imports.statuses,
  en: codes.en.imports.statuses,
});

/** Files of members that were taken over, or are about to be. */
export const importList = defineList({
  id: 'import-list',
  route: '/imports',
  group: 'members',
  permission: ImportPermission.members,
  filters: {},
  columns: {
    fileName: text({ width: 24 }),
    source: text(),
    status: choice('importStatus'),
    rowsTotal: whole(),
    imported: whole(),
    errorRows: whole(),
    staffName: text({ width: 12 }),
    createdAt: instant(),
  },
  from: sql`import_job i`,
  key: sql`i.id`,
  sorts: IMPORT_SORTS,
  small: true,
  order: '-id',
  matches: (_filters, scope) => importSeen(scope),
  rows: importRows,
  inFile: (rows) => sql`
    SELECT r.id, r."fileName", r.source, r.status, r."rowsTotal", (r.outcome #>> '{imported,rows}')::int AS imported,
           CASE WHEN r.findings IS NOT NULL THEN r."errorRows" END AS "errorRows", r."staffName", r."createdAt" FROM (${rows}) r`,
});
