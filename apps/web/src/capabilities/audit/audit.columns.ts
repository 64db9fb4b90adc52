import type { Column } from '#web-kit';
import type { AuditRow } from '../../api/types.js';

export const auditColumns: Column<AuditRow>[] = [
  { id: 'at', label: 'audit.at', type: 'datetime' },
  { id: 'staffName', label: 'audit.who' },
  { id: 'action', label: 'audit.action' },
  { id: 'subjectKind', label: 'audit.subject' },
  { id: 'changes', label: 'audit.changes', wrap: true },
  { id: 'reason', label: 'common.reason', wrap: true },
  { id: 'storeName', label: 'common.store' },
];
