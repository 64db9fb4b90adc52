import { definePermissions } from '#kernel';

/** Taking members over from a previous system: opening balances are money, so it is head office's. */
export const ImportPermission = definePermissions('import', { members: {} });
