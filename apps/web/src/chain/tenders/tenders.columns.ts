import type { Column } from '#web/web-kit';
import type { TenderRow } from './tenders.queries.js';

export const tenderColumns: Column<TenderRow>[] = [
  { id: 'nameZh', label: 'tenders.nameZh', sortable: true },
  { id: 'nameEn', label: 'tenders.nameEn', sortable: true },
  { id: 'state', label: 'common.status' },
  { id: 'code', label: 'tenders.code', sortable: true },
  { id: 'tillKey', label: 'tenders.key', sortable: true },
  { id: 'inDrawer', label: 'tenders.inDrawer' },
  { id: 'close', label: 'tenders.close', value: ({ counted }) => counted },
  { id: 'asksReference', label: 'tenders.asksReference' },
  { id: 'refundable', label: 'tenders.refundable' },
  { id: 'storeNames', label: 'tenders.stores' },
  { id: 'place', label: 'tenders.place', hidden: true },
  { id: 'position', label: 'tenders.position', type: 'number', sortable: true, hidden: true },
  { id: 'acts', label: 'tenders.acts', align: 'right', control: true },
];
