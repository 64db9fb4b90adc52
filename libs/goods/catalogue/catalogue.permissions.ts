import { definePermissions } from '#kernel';

export const CataloguePermission = definePermissions('catalogue', {
  read: {},
  write: { chain: true },
  storePrice: {},
});
