import type { Column } from '#web/web-kit';
import type { BooksCheck, BooksFinding } from '../../api/types.js';

export const checkColumns: Column<BooksCheck>[] = [
  { id: 'name', label: 'books.check' },
  { id: 'findings', label: 'books.result' },
  { id: 'durationMs', label: 'books.duration', type: 'number' },
];

export const findingColumns: Column<BooksFinding>[] = [
  { id: 'check', label: 'books.check' },
  { id: 'subject', label: 'books.subject' },
  { id: 'left', label: 'books.left', wrap: true },
  { id: 'right', label: 'books.right', wrap: true },
];
