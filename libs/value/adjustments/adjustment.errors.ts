import { defineErrors } from '#kernel';

export const AdjustmentError = defineErrors('adjustment', {
  notFound: { status: 404 },
  /** Nobody sits at a till, and the member's own store is not one of the asker's. */
  noStore: { status: 409 },
});
