import type { Column } from '#web/web-kit';
import type { StoreView } from '../../api/types.js';

export const storeColumns: Column<StoreView>[] = [
  { id: 'name', label: 'stores.name', sortable: true },
  { id: 'code', label: 'stores.code', sortable: true },
  { id: 'type', label: 'stores.type', sortable: true },
  { id: 'region', label: 'stores.region', sortable: true },
  { id: 'active', label: 'common.status' },
  { id: 'tills', label: 'stores.tills' },
  { id: 'cutoverHour', label: 'stores.cutover' },
  { id: 'timezone', label: 'stores.timezone', hidden: true },
  { id: 'phone', label: 'stores.phone' },
  { id: 'address', label: 'stores.address' },
  { id: 'acts', label: 'stores.acts', align: 'right', control: true },
];
