import type { Column } from '#web/web-kit';
import type { StockRow } from '../../api/types.js';

export const stockColumns: Column<StockRow>[] = [
  { id: 'name', label: 'stock.product', sortable: true },
  { id: 'sku', label: 'stock.sku', sortable: true },
  { id: 'categoryName', label: 'catalogue.category', hidden: true },
  { id: 'storeName', label: 'common.store', sortable: true },
  { id: 'onHandMilli', figure: true, label: 'stock.onHand', type: 'quantity', sortable: true },
  { id: 'unit', label: 'stock.unit' },
  { id: 'valueCents', figure: true, label: 'stock.value', type: 'money', sortable: true },
];
