import type { Column } from '#web/web-kit';
import type { StaffView } from '../../api/types.js';

export const staffColumns: Column<StaffView>[] = [
  { id: 'name', label: 'identity.name', sortable: true },
  { id: 'login', label: 'identity.login', sortable: true },
  { id: 'roles', label: 'identity.roles' },
  { id: 'homeStoreName', label: 'identity.homeStore', sortable: true },
  { id: 'storeIds', label: 'identity.stores', wrap: true, inFile: ['storeNames'] },
  { id: 'active', label: 'common.status' },
];
