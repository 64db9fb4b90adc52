import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  APP_ROLE,
  freePort,
  OWNER_ROLE,
  prepareRoles,
  startPostgres,
  withUser,
} from '#workshop/embedded-database';
import { migrate } from '#kernel';
import pg from 'pg';

const DATABASE = 'shuke_bench';
const BASELINE = 'tpcb';

/** A PostgreSQL server of one's own, durable as in production, with the two databases of the measurement. */
export interface BenchServer {
  url: string;
  ownerUrl: string;
  /** The empty database of the baseline. */
  baselineUrl: string;
  superuserUrl: string;
  stop(): Promise<void>;
}

export async function startBenchServer(): Promise<BenchServer> {
  const folder = path.resolve('.data', `bench-${process.pid}`);
  await mkdir(folder, { recursive: true });
  const password = randomBytes(12).toString('base64url');
  const server = await startPostgres({
    folder,
    superuserPassword: password,
    maxConnections: 100,
    durable: true,
  });
  const stop = async () => {
    await server.stop();
    await rm(server.folder, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await prepareRoles(server.superuserUrl, { owner: password, app: password });
    const owner = { name: OWNER_ROLE, password };
    await run(server.superuserUrl, `CREATE DATABASE ${DATABASE} OWNER ${OWNER_ROLE}`);
    await run(server.superuserUrl, `CREATE DATABASE ${BASELINE} OWNER ${OWNER_ROLE}`);
    const ownerUrl = withUser(server.superuserUrl, owner, DATABASE);
    await migrate(ownerUrl);
    return {
      url: withUser(server.superuserUrl, { name: APP_ROLE, password }, DATABASE),
      ownerUrl,
      baselineUrl: withUser(server.superuserUrl, owner, BASELINE),
      superuserUrl: server.superuserUrl,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

export async function run(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The API as it runs in production, in a process of its own. */
export async function startApiProcess(
  server: BenchServer,
  env: Record<string, string> = {},
): Promise<{ port: number; stop(): Promise<void> }> {
  const port = await freePort();
  const child = startProcess('api', server, {
    ...env,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
  });
  const stop = () => endOf(child);
  try {
    await untilReady(port, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, stop };
}

/** The background as it runs in production, in a process of its own. */
export function startWorkerProcess(
  server: BenchServer,
  env: Record<string, string> = {},
): { pid: number; stop(): Promise<void> } {
  const child = startProcess('worker', server, env);
  return { pid: child.pid ?? 0, stop: () => endOf(child) };
}

/** As docs/operations.md starts it: garbage is collected before it becomes half a gigabyte. */
const WORKER_FLAGS = ['--max-old-space-size=512'];

function startProcess(
  app: 'api' | 'worker',
  server: BenchServer,
  env: Record<string, string>,
): ChildProcess {
  const main = fileURLToPath(new URL(`../apps/${app}/src/main.js`, import.meta.url));
  return spawn(process.execPath, [...(app === 'worker' ? WORKER_FLAGS : []), main], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: server.url,
      MIGRATION_DATABASE_URL: server.ownerUrl,
      LOG_LEVEL: 'error',
      ...env,
    },
  });
}

async function untilReady(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The API ended with ${child.exitCode}.`);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The API does not become ready.');
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
