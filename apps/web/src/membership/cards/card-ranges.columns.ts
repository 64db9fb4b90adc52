import type { Column } from '#web/web-kit';
import type { CardRange } from './cards.types.js';

export const cardRangeColumns: Column<CardRange>[] = [
  { id: 'storeName', label: 'cardRanges.store', sortable: true },
  { id: 'prefix', label: 'cardRanges.prefix', sortable: true },
  { id: 'used', label: 'cardRanges.used', type: 'number', figure: true },
  { id: 'inStock', label: 'cardRanges.inStock', type: 'number', figure: true },
  { id: 'share', label: 'cardRanges.share', align: 'right', inFile: ['capacity'] },
  { id: 'active', label: 'cardRanges.status' },
  { id: 'createdAt', label: 'cardRanges.givenAt', type: 'datetime', sortable: true, hidden: true },
  { id: 'note', label: 'cardRanges.note', wrap: true },
  { id: 'acts', label: 'cardRanges.acts', align: 'right', control: true },
];
