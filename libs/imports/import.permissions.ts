import { definePermissions } from '#kernel';

/** Taking members over from an older system: opening balances are money, so it is head office's. */
export const ImportPermission = definePermissions('import', { members: {} });
