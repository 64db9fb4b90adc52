import type { Column } from '#web-kit';
import type { StaffView } from '../../api/types.js';

export const staffColumns: Column<StaffView>[] = [
  { id: 'name', label: 'identity.name' },
  { id: 'login', label: 'identity.login' },
  { id: 'roles', label: 'identity.roles' },
  { id: 'homeStoreName', label: 'identity.homeStore' },
  { id: 'storeIds', label: 'identity.stores', wrap: true },
  { id: 'active', label: 'common.status' },
];
