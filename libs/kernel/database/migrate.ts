import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { ROOT_FOLDER } from '../config/version.js';
import type { Sql } from './sql.js';
import { migrateQueueSchema } from '../queue/queue-schema.js';

const LOCK = 7_301_001;

export class MigrationError extends Error {}

const MIGRATIONS_FOLDER = join(ROOT_FOLDER, 'migrations');

async function steps(): Promise<string[]> {
  return (await readdir(MIGRATIONS_FOLDER))
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort();
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
 * Needs the owner's address. Returns the names of the steps that were applied now.
 * Errors: MigrationError where a step that was applied has been edited since.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const names = await steps();
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'shuke-migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'SELECT name, checksum FROM migration',
    );
    const known = new Map(rows.map((row) => [row.name, row.checksum]));
    const applied: string[] = [];
    for (const name of names) {
      const text = await readFile(join(MIGRATIONS_FOLDER, name), 'utf8');
      const checksum = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
      const before = known.get(name);
      if (before === checksum) continue;
      if (before)
        throw new MigrationError(
          `migration ${name} was applied and has been changed since: add a new step instead`,
        );
      await client.query('BEGIN');
      try {
        await client.query(text);
        await client.query('INSERT INTO migration (name, checksum) VALUES ($1, $2)', [
          name,
          checksum,
        ]);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw new MigrationError(`migration ${name} failed: ${(error as Error).message}`, {
          cause: error,
        });
      }
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
