import type { Column } from '#web/web-kit';
import type { AuditRow } from '../../api/types.js';

export const auditColumns: Column<AuditRow>[] = [
  { id: 'at', label: 'audit.at', type: 'datetime', sortable: true },
  { id: 'staffName', label: 'audit.who', sortable: true },
  { id: 'action', label: 'audit.action' },
  { id: 'subjectKind', label: 'audit.subject', inFile: ['subjectKind', 'subjectId'] },
  { id: 'changes', label: 'audit.changes', wrap: true },
  { id: 'reason', label: 'common.reason', wrap: true },
  { id: 'storeName', label: 'common.store', sortable: true },
];
