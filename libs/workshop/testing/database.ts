import { Db } from '#kernel';
import type { DataSource } from 'typeorm';
import { declareCapabilities } from '../../../apps/composition/capabilities.js';
import { expectCleanBooks } from './clean-books.js';
import { giveBack, takeDatabase } from './kept-databases.js';

/** A database of one's own, migrated, empty. */
export interface TestDatabase {
  name: string;
  /** As the application signs in: it cannot write the ledger's tables. */
  url: string;
  ownerUrl: string;
  superuserUrl: string;
  /** Signed in as the application. */
  db: Db;
  close(): Promise<void>;
}

/**
 * When the books are verified: after each test; once after the last one, for files of hundreds of requests that should
 * all be refused; or never, where the file damages them on purpose.
 */
export type BooksAfterwards = 'each' | 'once' | 'damaged';

/**
 * Takes a clone of the migrated template: `const database = await testDatabase()` at the top of a spec file.
 * After each test the books are verified; after the last one the database goes back, for the next file.
 */
export async function testDatabase(
  options: { books?: BooksAfterwards } = {},
): Promise<TestDatabase> {
  return (await filledDatabase('empty', async () => undefined, options)).database;
}

/** As `testDatabase`, with what `fill` has put into it; databases of one kind are filled alike. */
export async function filledDatabase<Filled>(
  kind: string,
  fill: (db: Db) => Promise<Filled>,
  { books = 'each' }: { books?: BooksAfterwards } = {},
): Promise<{ database: TestDatabase; filled: Filled; dataSource: DataSource }> {
  declareCapabilities();
  const kept = await takeDatabase(kind, fill);
  const { name, url, ownerUrl, superuserUrl, dataSource, filled } = kept;
  const db = new Db(dataSource);
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= giveBack(kind, kept));
  const database: TestDatabase = { name, url, ownerUrl, superuserUrl, db, close };
  if (books === 'each') afterEach(() => expectCleanBooks(db));
  if (books === 'once') afterAll(() => expectCleanBooks(db));
  afterAll(() => database.close());
  return { database, filled, dataSource };
}
