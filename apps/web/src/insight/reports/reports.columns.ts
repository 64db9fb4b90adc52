import type { Column } from '#web/web-kit';
import type { ExportView } from '../../api/types.js';

export const exportColumns: Column<ExportView>[] = [
  { id: 'title', label: 'reports.file' },
  { id: 'status', label: 'common.status' },
  { id: 'fileBytes', label: 'reports.size', align: 'right' },
  { id: 'createdAt', label: 'reports.createdAt', type: 'datetime' },
  { id: 'expiresAt', label: 'reports.expiresAt', type: 'datetime' },
  { id: 'acts', label: 'reports.acts', align: 'right', control: true },
];
