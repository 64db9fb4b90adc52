import { defineErrors } from '#kernel';

export const BooksError = defineErrors('books', {
  neverVerified: { status: 404 },
});
