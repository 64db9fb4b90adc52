import { definePermissions } from '#kernel';

export const StorePermission = definePermissions('store', { read: {}, write: {} });
