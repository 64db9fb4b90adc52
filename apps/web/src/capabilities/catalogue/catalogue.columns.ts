import type { Column } from '#web-kit';
import type { ProductRow } from '../../api/types.js';

export const productColumns: Column<ProductRow>[] = [
  { id: 'name', label: 'catalogue.name' },
  { id: 'sku', label: 'catalogue.sku' },
  { id: 'kind', label: 'catalogue.kind' },
  { id: 'categoryName', label: 'catalogue.category' },
  { id: 'barcodes', label: 'catalogue.barcodes' },
  { id: 'unit', label: 'catalogue.unit' },
  { id: 'listPriceCents', label: 'catalogue.listPrice', type: 'money' },
  { id: 'discountable', label: 'catalogue.discountable', hidden: true },
  { id: 'status', label: 'common.status' },
  { id: 'acts', label: 'catalogue.acts', align: 'right' },
];
