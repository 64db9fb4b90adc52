import type { Column } from '#web/web-kit';
import type { TemplateRow } from './templates.queries.js';

export const templateColumns: Column<TemplateRow>[] = [
  { id: 'name', label: 'messages.templateName', sortable: true },
  { id: 'body', label: 'messages.body', wrap: true },
  { id: 'updatedAt', label: 'messages.changedAt', type: 'datetime', sortable: true },
  { id: 'acts', label: 'messages.acts', align: 'right', control: true },
];
