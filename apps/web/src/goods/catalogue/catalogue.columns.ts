import type { Column } from '#web/web-kit';
import type { ProductRow } from '../../api/types.js';

export const productColumns: Column<ProductRow>[] = [
  { id: 'name', label: 'catalogue.name', sortable: true },
  { id: 'sku', label: 'catalogue.sku', sortable: true },
  {
    id: 'listPriceCents',
    figure: true,
    label: 'catalogue.listPrice',
    type: 'money',
    sortable: true,
  },
  { id: 'unit', label: 'catalogue.unit' },
  { id: 'kind', label: 'catalogue.kind' },
  { id: 'categoryName', label: 'catalogue.category', sortable: true },
  { id: 'barcodes', label: 'catalogue.barcodes' },
  { id: 'discountable', label: 'catalogue.discountable', hidden: true },
  { id: 'favourite', label: 'catalogue.favourite', hidden: true },
  { id: 'status', label: 'common.status' },
  { id: 'acts', label: 'catalogue.acts', align: 'right', control: true },
];
