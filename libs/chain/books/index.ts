export { BooksError } from './books.errors.js';
export { booksManifest } from './books.manifest.js';
export { BooksPermission } from './books.permissions.js';
