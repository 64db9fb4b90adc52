import type { Column } from '#web-kit';
import type { StockRow } from '../../api/types.js';

export const stockColumns: Column<StockRow>[] = [
  { id: 'name', label: 'stock.product' },
  { id: 'sku', label: 'stock.sku' },
  { id: 'storeName', label: 'common.store' },
  { id: 'onHandMilli', label: 'stock.onHand', type: 'quantity' },
  { id: 'unit', label: 'stock.unit' },
  { id: 'valueCents', label: 'stock.value', type: 'money' },
];
