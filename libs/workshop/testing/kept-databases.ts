import { randomUUID } from 'node:crypto';
import { createDataSource, Db } from '#kernel';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { APP_ROLE, OWNER_ROLE, withUser } from '#workshop/embedded-database';
import { NotRestorable, Restorer } from './kept-restorer.js';

/** Known to the test run only: the server listens on the loopback address and lives for one run. */
export const TEST_PASSWORD = 'shuke-test';
/** What the files of one worker ask of a database at one time, and what their application does. */
const CONNECTIONS = 40;

/** A clone of the template that files use one after the other: its connections stay warm, its rows are put back. */
export interface KeptDatabase<Filled = unknown> {
  name: string;
  url: string;
  ownerUrl: string;
  superuserUrl: string;
  dataSource: DataSource;
  /** What was put into it before it was first lent. */
  filled: Filled;
  restorer: Restorer;
}

// Not in use, by what is in them. They live as long as the worker; the test run drops them with its server.
const free = new Map<string, KeptDatabase[]>();

/** A database as `fill` left it. Whoever takes it gives it back. */
export async function takeDatabase<Filled>(
  kind: string,
  fill: (db: Db) => Promise<Filled>,
): Promise<KeptDatabase<Filled>> {
  const kept = free.get(kind)?.pop() ?? (await cloned(fill));
  return kept as KeptDatabase<Filled>;
}

/** Puts every row and sequence back; a database whose schema was changed, or that has grown, is thrown away. */
export async function giveBack(kind: string, kept: KeptDatabase): Promise<void> {
  try {
    await kept.restorer.restore();
    free.set(kind, [...(free.get(kind) ?? []), kept]);
  } catch (error) {
    await kept.dataSource.destroy();
    await kept.restorer.end();
    await onServer(`DROP DATABASE IF EXISTS "${kept.name}" WITH (FORCE)`);
    if (!(error instanceof NotRestorable)) throw error;
  }
}

async function cloned<Filled>(fill: (db: Db) => Promise<Filled>): Promise<KeptDatabase<Filled>> {
  const { server, template } = testServer();
  const name = `${template}_${randomUUID().slice(0, 8)}`;
  await onServer(
    `CREATE DATABASE "${name}" TEMPLATE "${template}" OWNER ${OWNER_ROLE} STRATEGY FILE_COPY`,
  );
  const url = withUser(server, { name: APP_ROLE, password: TEST_PASSWORD }, name);
  const superuserUrl = withUser(server, undefined, name);
  const dataSource = createDataSource(url, CONNECTIONS);
  // Connections that nobody uses stay, and do not keep the worker alive.
  const extra = dataSource.options.extra as object;
  Object.assign(extra, { idleTimeoutMillis: 0, allowExitOnIdle: true });
  await dataSource.initialize();
  const filled = await fill(new Db(dataSource));
  return {
    name,
    url,
    ownerUrl: withUser(server, { name: OWNER_ROLE, password: TEST_PASSWORD }, name),
    superuserUrl,
    dataSource,
    filled,
    restorer: await Restorer.of(superuserUrl),
  };
}

function testServer(): { server: string; template: string } {
  const { SHUKE_TEST_SERVER: server, SHUKE_TEST_TEMPLATE: template } = process.env;
  if (!server || !template)
    throw new Error('No test database: run specs by "node scripts/test.mjs <path>".');
  return { server, template };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: testServer().server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
