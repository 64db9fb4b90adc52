import type { Column } from '#web/web-kit';
import type { CardStockDocument, CardStockRow } from './cards.types.js';

export const cardStockColumns: Column<CardStockRow>[] = [
  {
    id: 'cardNo',
    label: 'cards.cardNo',
    to: ({ cardNo }) => ({ name: 'card', params: { cardNo } }),
    sortable: true,
  },
  { id: 'storeName', label: 'cardStock.store', sortable: true },
  { id: 'stockState', label: 'cardStock.state' },
  { id: 'since', label: 'cardStock.since', type: 'datetime' },
];

export const stockDocumentColumns: Column<CardStockDocument>[] = [
  { id: 'id', label: 'cardStock.no', sortable: true },
  { id: 'kind', label: 'cardStock.kind' },
  { id: 'status', label: 'common.status' },
  { id: 'fromStoreName', label: 'cardStock.from' },
  { id: 'toStoreName', label: 'cardStock.to', sortable: true },
  { id: 'quantity', label: 'cardStock.quantity', type: 'number' },
  { id: 'numbers', label: 'cardStock.numbers', hidden: true, inFile: ['firstNo', 'lastNo'] },
  {
    id: 'difference',
    label: 'cardStock.difference',
    wrap: true,
    inFile: ['missing', 'damaged', 'differenceNote'],
  },
  { id: 'madeByName', label: 'cardStock.madeBy', hidden: true },
  { id: 'madeAt', label: 'cardStock.madeAt', type: 'datetime' },
  { id: 'acts', label: 'cards.acts', align: 'right', control: true },
];
