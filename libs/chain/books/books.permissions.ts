import { definePermissions } from '#kernel';

export const BooksPermission = definePermissions('books', { verify: { chain: true } });
