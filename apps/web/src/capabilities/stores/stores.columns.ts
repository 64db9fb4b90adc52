import type { Column } from '#web-kit';
import type { StoreView } from '../../api/types.js';

export const storeColumns: Column<StoreView>[] = [
  { id: 'name', label: 'stores.name' },
  { id: 'code', label: 'stores.code' },
  { id: 'type', label: 'stores.type' },
  { id: 'region', label: 'stores.region' },
  { id: 'tills', label: 'stores.tills' },
  { id: 'cutoverHour', label: 'stores.cutover' },
  { id: 'phone', label: 'stores.phone' },
  { id: 'address', label: 'stores.address' },
  { id: 'active', label: 'common.status' },
  { id: 'acts', label: 'stores.acts', align: 'right', control: true },
];
