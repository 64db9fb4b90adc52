import type { BadgeTone, Column } from '#web/web-kit';
import type { ImportStatus } from '#chain/imports/rules';
import type { ImportView } from './imports.queries.js';

export const importColumns: Column<ImportView>[] = [
  { id: 'fileName', label: 'imports.file', sortable: true },
  { id: 'source', label: 'imports.source' },
  { id: 'status', label: 'imports.status' },
  { id: 'rowsTotal', label: 'imports.rows', type: 'number', sortable: true },
  {
    id: 'imported',
    label: 'imports.imported',
    type: 'number',
    value: (row) => row.outcome?.imported.rows ?? null,
  },
  {
    id: 'errorRows',
    label: 'imports.wrong',
    type: 'number',
    value: (row) => (row.findings ? row.errorRows : null),
  },
  { id: 'staffName', label: 'imports.by', sortable: true },
  { id: 'createdAt', label: 'imports.at', type: 'datetime', sortable: true },
];

export const TONES: Record<ImportStatus, BadgeTone> = {
  reading: 'info',
  mapping: 'warn',
  checking: 'info',
  checked: 'warn',
  committing: 'info',
  done: 'ok',
  cancelled: 'plain',
  refused: 'bad',
  failed: 'bad',
};
