// The PostgreSQL server of one test run, with the migrated template that spec files clone.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { root } from './paths.mjs';

const folder = path.join(root, '.test');
const password = 'shuke-test';
const built = (file) => import(pathToFileURL(path.join(root, 'dist/libs', file)).href);

/**
 * Starts (or takes, with TEST_DATABASE_URL: the address of a superuser) a server.
 * Returns { env, stop, addDemo }: env is what the spec files read; addDemo seeds the demo chain once, for every journey
 * to clone.
 */
export async function startTestServer() {
  const { prepareRoles } = await built('workshop/embedded-database/index.js');
  const given = process.env.TEST_DATABASE_URL;
  const own = given ? undefined : await startOwn();
  const server = given ?? own.superuserUrl;
  const template = `shuke_test_${process.pid}`;
  const stop = async () => {
    if (own) await own.stop();
    else await dropAll(server, template);
  };
  try {
    await prepareRoles(server, { owner: password, app: password });
    await makeTemplate(server, template);
  } catch (error) {
    await stop();
    throw error;
  }
  const env = { SHUKE_TEST_SERVER: server, SHUKE_TEST_TEMPLATE: template };
  const addDemo = async () => {
    env.SHUKE_TEST_DEMO = await makeDemo(server, template);
  };
  return { env, stop, addDemo };
}

async function startOwn() {
  const { startPostgres } = await built('workshop/embedded-database/index.js');
  await removeLeftovers();
  const own = path.join(folder, `run-${process.pid}`);
  await mkdir(own, { recursive: true });
  await writeFile(path.join(own, 'pid'), String(process.pid));
  const server = await startPostgres({
    folder: path.join(own, 'postgres'),
    superuserPassword: password,
    maxConnections: 300,
    durable: false,
  });
  const stop = async () => {
    await server.stop();
    await rm(server.folder, { recursive: true, force: true });
    await rm(own, { recursive: true, force: true });
  };
  return { ...server, stop };
}

// Runs that were killed leave a folder, and maybe a server.
async function removeLeftovers() {
  if (!existsSync(folder)) return;
  for (const name of await readdir(folder)) {
    const pid = Number(/^run-(\d+)$/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const left = path.join(folder, name);
    if (existsSync(path.join(left, 'postgres/cluster/postmaster.pid'))) {
      const { stopPostgres } = await built('workshop/embedded-database/index.js');
      await stopPostgres(path.join(left, 'postgres')).catch(() => {});
    }
    await rm(left, { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function makeTemplate(server, template) {
  const { withUser, OWNER_ROLE } = await built('workshop/embedded-database/index.js');
  const { migrate } = await built('kernel/database/migrate.js');
  await query(server, `CREATE DATABASE "${template}" OWNER ${OWNER_ROLE}`);
  await migrate(withUser(server, { name: OWNER_ROLE, password }, template));
  // A clone fails while anybody is connected to the template.
  await query(server, `ALTER DATABASE "${template}" WITH ALLOW_CONNECTIONS false`);
}

async function makeDemo(server, template) {
  const { withUser, OWNER_ROLE } = await built('workshop/embedded-database/index.js');
  await import('reflect-metadata');
  const { seedDemo } = await built('workshop/demo-chain/index.js');
  const demo = `${template}_demo`;
  await query(server, `CREATE DATABASE "${demo}" TEMPLATE "${template}" OWNER ${OWNER_ROLE}`);
  await seedDemo(withUser(server, { name: OWNER_ROLE, password }, demo), () => {});
  await query(server, `ALTER DATABASE "${demo}" WITH ALLOW_CONNECTIONS false`);
  return demo;
}

async function dropAll(server, template) {
  const names = await query(
    server,
    `SELECT datname FROM pg_database WHERE datname LIKE '${template}%' ORDER BY datname DESC`,
  );
  for (const { datname } of names) await query(server, `DROP DATABASE "${datname}" WITH (FORCE)`);
}

async function query(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
