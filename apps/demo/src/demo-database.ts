import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { seedDemo } from '#workshop/demo-chain';
import { migrate } from '#kernel';
import {
  APP_ROLE,
  OWNER_ROLE,
  prepareRoles,
  type RunningPostgres,
  startPostgres,
  withUser,
} from '#workshop/embedded-database';
import pg from 'pg';

export interface DemoDatabase {
  /** As the application. */
  url: string;
  ownerUrl: string;
  superuserUrl: string;
  /** Seals document numbers; 32 bytes in base64. */
  encryptionKey: string;
  stop(): Promise<void>;
}

interface Secrets {
  superuser: string;
  owner: string;
  app: string;
  encryption: string;
}

const DATABASE = 'shuke';
const DRAFT = 'shuke_draft';

/** Starts the embedded server of this data folder; passwords and addresses are kept beside it. */
export async function startDemoDatabase(dataDir: string): Promise<DemoDatabase> {
  await mkdir(dataDir, { recursive: true });
  const secrets = await readOrMakeSecrets(path.join(dataDir, 'secrets.json'));
  const server = await startPostgres({
    folder: path.join(dataDir, 'postgres'),
    superuserPassword: secrets.superuser,
    maxConnections: 200,
    durable: true,
  });
  try {
    await prepareRoles(server.superuserUrl, { owner: secrets.owner, app: secrets.app });
    const database = describe(server, secrets);
    const { url, ownerUrl, superuserUrl } = database;
    const addresses = JSON.stringify({ url, ownerUrl, superuserUrl }, null, 2);
    await writeFile(path.join(dataDir, 'database.json'), `${addresses}\n`, { mode: 0o600 });
    return database;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function describe(server: RunningPostgres, secrets: Secrets): DemoDatabase {
  return {
    url: withUser(server.superuserUrl, { name: APP_ROLE, password: secrets.app }, DATABASE),
    ownerUrl: withUser(
      server.superuserUrl,
      { name: OWNER_ROLE, password: secrets.owner },
      DATABASE,
    ),
    superuserUrl: withUser(server.superuserUrl, undefined, DATABASE),
    encryptionKey: secrets.encryption,
    stop: server.stop,
  };
}

/** Whether the demo chain is already there. */
export async function hasDemoChain(database: DemoDatabase): Promise<boolean> {
  const rows = await onServer(database, 'SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  return rows.length > 0;
}

/**
 * Makes the demo chain beside and renames it when it is whole: an interrupted seeding leaves
 * nothing half done. A chain that is already there is replaced.
 */
export async function makeDemoChain(
  database: DemoDatabase,
  report: (line: string) => void,
): Promise<void> {
  await onServer(database, `DROP DATABASE IF EXISTS ${DRAFT} WITH (FORCE)`);
  await onServer(database, `CREATE DATABASE ${DRAFT} OWNER ${OWNER_ROLE}`);
  const draftOwnerUrl = withUser(database.ownerUrl, undefined, DRAFT);
  await migrate(draftOwnerUrl);
  await seedDemo(draftOwnerUrl, report);
  await onServer(database, `DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
  await onServer(database, `ALTER DATABASE ${DRAFT} RENAME TO ${DATABASE}`);
}

async function onServer(
  database: DemoDatabase,
  statement: string,
  params: string[] = [],
): Promise<unknown[]> {
  const client = new pg.Client({
    connectionString: withUser(database.superuserUrl, undefined, 'postgres'),
  });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(statement, params)).rows;
  } finally {
    await client.end();
  }
}

async function readOrMakeSecrets(file: string): Promise<Secrets> {
  const known = await readSecrets(file);
  const secret = () => randomBytes(18).toString('base64url');
  const secrets: Secrets = {
    superuser: secret(),
    owner: secret(),
    app: secret(),
    encryption: randomBytes(32).toString('base64'),
    ...known,
  };
  // A folder of an earlier version has no key yet.
  if (!known?.encryption) await writeFile(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

async function readSecrets(file: string): Promise<Partial<Secrets> | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<Secrets>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}
