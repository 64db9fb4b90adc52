import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { ROOT_FOLDER } from '../config/version.js';
import type { Sql } from './sql.js';
import { migrateQueueSchema } from '../queue/queue-schema.js';

const LOCK = 7_301_001;
const TURN_PAUSE_MS = 100;
/** The only statement of its step, outside a transaction: sales go on while the index is built. */
const CONCURRENT_INDEX = /^CREATE (?:UNIQUE )?INDEX CONCURRENTLY (\w+) ON \w+/m;

export class MigrationError extends Error {}

const MIGRATIONS_FOLDER = join(ROOT_FOLDER, 'migrations');

async function steps(folder = MIGRATIONS_FOLDER): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort();
}

/** The steps that this version needs and the database does not have yet. */
export async function pendingMigrations(sql: Sql): Promise<string[]> {
  const applied = new Set(
    (await sql.query<{ name: string }>('SELECT name FROM migration')).map((row) => row.name),
  );
  return (await steps()).filter((name) => !applied.has(name));
}

/**
 * Brings the schema to the newest step, forward only, each step in its own transaction, one runner at a time.
 * A step that builds an index on a table of an earlier step is one CREATE INDEX CONCURRENTLY, and has no transaction.
 * Needs the owner's address. Returns the names of the steps that were applied now.
 * Errors: MigrationError where a step that was applied has been edited since.
 */
export async function migrate(ownerUrl: string, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  const names = await steps(folder);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'shuke-migrate' });
  await client.connect();
  try {
    await takeTurn(client);
    await client.query(
      'CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'SELECT name, checksum FROM migration',
    );
    const known = new Map(rows.map((row) => [row.name, row.checksum]));
    const applied: string[] = [];
    for (const name of names) {
      const text = await readFile(join(folder, name), 'utf8');
      const checksum = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
      const before = known.get(name);
      if (before === checksum) continue;
      if (before)
        throw new MigrationError(
          `migration ${name} was applied and has been changed since: add a new step instead`,
        );
      await apply(client, { name, text, checksum });
      applied.push(name);
    }
    // Readiness asks, as the application's role, whether every step is there.
    await client.query('GRANT SELECT ON migration TO shuke_application');
    await migrateQueueSchema(client);
    return applied;
  } finally {
    await client.end();
  }
}

interface Step {
  name: string;
  text: string;
  checksum: string;
}

/**
 * Waits for another runner. It asks again and again: one long statement that waits would itself be waited for by an index
 * that is built concurrently.
 */
async function takeTurn(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS taken',
      [LOCK],
    );
    if (rows[0]?.taken) return;
    await setTimeout(TURN_PAUSE_MS);
  }
}

async function apply(client: pg.Client, step: Step): Promise<void> {
  const { name, text, checksum } = step;
  const index = CONCURRENT_INDEX.exec(text)?.[1];
  try {
    // An attempt that was broken off left an index that is not valid.
    if (index) await client.query(`DROP INDEX CONCURRENTLY IF EXISTS ${index}`);
    else await client.query('BEGIN');
    await client.query(text);
    const row = 'INSERT INTO migration (name, checksum) VALUES ($1, $2)';
    await client.query(row, [name, checksum]);
    if (!index) await client.query('COMMIT');
  } catch (error) {
    if (!index) await client.query('ROLLBACK');
    throw new MigrationError(`migration ${name} failed: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
