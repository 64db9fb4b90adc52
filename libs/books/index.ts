export { BooksError } from './books.errors.js';
export { BooksModule, BooksWorkerModule } from './books.module.js';
export { BooksPermission } from './books.permissions.js';
