import { definePermissions } from '#kernel';

/** Own views are everybody's; what all see is head office's to decide. */
export const ListViewPermission = definePermissions('list_view', { share: { chain: true } });
