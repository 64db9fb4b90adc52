import { definePermissions } from '#kernel';

/** A right of its own, so that a chain may forbid amounts without goods. */
export const QuickSalePermission = definePermissions('sale', { quick: {} });
