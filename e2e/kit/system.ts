import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { APP_ROLE, freePort, OWNER_ROLE, withUser } from '#workshop/embedded-database';
import { eventually } from './eventually.js';

/** A whole product that runs as a process of its own, on a demo chain of its own. */
export interface System {
  baseUrl: string;
  /** The database as its owner: for arranging what a journey needs, and for looking at the books afterwards. */
  ownerUrl: string;
  stop(): Promise<void>;
}

const PASSWORD = 'shuke-test';
const READY_MS = 90_000;

/** The project's folder, from source and from the build alike. */
export function rootFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return here.split(`${path.sep}dist${path.sep}`)[0] === here
    ? path.join(here, '..', '..')
    : (here.split(`${path.sep}dist${path.sep}`)[0] ?? here);
}

/**
 * Starts the product on a new database of the test server with the demo chain in it: a clone of the one that the test run
 * seeded, or seeded now.
 */
export async function startSystem(server: string): Promise<System> {
  const name = `shuke_journey_${randomUUID().slice(0, 8)}`;
  const { SHUKE_TEST_DEMO: demo } = process.env;
  const origin = demo ? ` TEMPLATE "${demo}"` : '';
  await onServer(server, `CREATE DATABASE "${name}"${origin} OWNER ${OWNER_ROLE}`);
  const url = (user: string) => withUser(server, { name: user, password: PASSWORD }, name);
  const [port, folder] = [await freePort(), await mkdtemp(path.join(tmpdir(), 'shuke-journey-'))];
  const output: string[] = [];
  const child = spawn(process.execPath, [path.join(rootFolder(), 'dist/apps/demo/src/main.js')], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: process.env.TMPDIR,
      NODE_EXTRA_CA_CERTS: process.env.NODE_EXTRA_CA_CERTS,
      DATABASE_URL: url(APP_ROLE),
      MIGRATION_DATABASE_URL: url(OWNER_ROLE),
      SEED_DEMO: '1',
      PORT: String(port),
      DATA_DIR: folder,
      LOG_LEVEL: 'warn',
      ...(process.env.TEST_REDIS_URL ? { REDIS_URL: process.env.TEST_REDIS_URL } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const baseUrl = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
    }
    await onServer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await eventually(
      'the product is ready',
      async () => {
        if (child.exitCode !== null) throw new Error('The product has ended.');
        return fetch(`${baseUrl}/health/ready`).then(
          (answer) => answer.ok,
          () => false,
        );
      },
      READY_MS,
    );
  } catch (error) {
    await stop();
    throw new Error(`The product did not start:\n${output.join('')}`, { cause: error });
  }
  await onServer(url(OWNER_ROLE), CASHIERS_SET_LEVELS);
  return { baseUrl, ownerUrl: url(OWNER_ROLE), stop };
}

/** In the chain of the journeys a cashier may choose the level of a new member. */
const CASHIERS_SET_LEVELS =
  "UPDATE role SET permissions = array_append(permissions, 'member.set_level') WHERE code = 'cashier'";

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
