import type { Manifest } from '#kernel';
import { bookChecks, DECLARED_KINDS } from '#ledger';
import { BooksModule, BooksWorkerModule } from './books.module.js';
import * as booksVerification from './books-verification.entity.js';

export const booksManifest: Manifest = {
  entities: [booksVerification],
  api: BooksModule,
  worker: BooksWorkerModule,
  declares: [bookChecks(DECLARED_KINDS)],
};
