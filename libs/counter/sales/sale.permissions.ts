import { definePermissions } from '#kernel';

export const SalePermission = definePermissions('sale', {
  create: {},
  read: {},
  reprint: {},
  void: { needsReason: true },
  return: { needsReason: true },
});
