import { defineErrors } from '#kernel';

export const StoreError = defineErrors('store', {
  notFound: { status: 404 },
  headOfficeStays: { status: 409 },
  nameTaken: { status: 409 },
});
