import { randomUUID } from 'node:crypto';
import { createDataSource, Db } from '#kernel';
import pg from 'pg';
import { APP_ROLE, OWNER_ROLE, withUser } from '#embedded-database';
import { expectCleanBooks } from './clean-books.js';

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

/** Known to the test run only: the server listens on the loopback address and lives for one run. */
export const TEST_PASSWORD = 'shuke-test';

/**
 * Clones the migrated template: `const database = await testDatabase()` at the top of a spec file.
 * After each test the books are verified; after the last one the database is dropped.
 */
export async function testDatabase(
  options: { books?: BooksAfterwards } = {},
): Promise<TestDatabase> {
  const { SHUKE_TEST_SERVER: server, SHUKE_TEST_TEMPLATE: template } = process.env;
  if (!server || !template)
    throw new Error('No test database: run specs by "node scripts/test.mjs <path>".');
  const { books = 'each' } = options;
  const name = `${template}_${randomUUID().slice(0, 8)}`;
  await onServer(server, `CREATE DATABASE "${name}" TEMPLATE "${template}" OWNER ${OWNER_ROLE}`);
  const url = withUser(server, { name: APP_ROLE, password: TEST_PASSWORD }, name);
  const dataSource = await createDataSource(url, 20).initialize();
  const db = new Db(dataSource);
  let closing: Promise<void> | undefined;
  const close = async () => {
    await dataSource.destroy();
    await onServer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  };
  const database: TestDatabase = {
    name,
    url,
    ownerUrl: withUser(server, { name: OWNER_ROLE, password: TEST_PASSWORD }, name),
    superuserUrl: withUser(server, undefined, name),
    db,
    close: () => (closing ??= close()),
  };
  if (books === 'each') afterEach(() => expectCleanBooks(db));
  if (books === 'once') afterAll(() => expectCleanBooks(db));
  afterAll(() => database.close());
  return database;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
