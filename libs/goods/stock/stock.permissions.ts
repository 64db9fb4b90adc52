import { definePermissions } from '#kernel';

export const StockPermission = definePermissions('stock', { read: {}, open: {} });
