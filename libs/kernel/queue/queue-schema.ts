import { runMigrations } from 'bullmq';
import type pg from 'pg';
import type { Sql } from '../database/sql.js';

/** Where BullMQ keeps its tables when there is no Redis. */
const SCHEMA = 'bullmq';

// Sequences made at run time belong to the application's login: the owner has nothing to give away there, and a
// grant on all of them would fail the second start.
const GRANT_OWN_SEQUENCES = `
    DO $$ DECLARE own regclass; BEGIN
      FOR own IN SELECT c.oid FROM pg_class c
                  WHERE c.relnamespace = '${SCHEMA}'::regnamespace AND c.relkind = 'S' AND pg_has_role(c.relowner, 'USAGE')
      LOOP EXECUTE format('GRANT USAGE, SELECT, UPDATE ON SEQUENCE %s TO shuke_application', own); END LOOP;
    END $$;`;

/**
 * Brings the queue's own schema to the version of the installed BullMQ, as the owner, and lets the application's role
 * use it. CREATE is among the rights: BullMQ makes a sequence per queue when the first job comes.
 */
export async function migrateQueueSchema(owner: pg.Client): Promise<void> {
  await runMigrations(owner, SCHEMA);
  await owner.query(`
    CREATE TABLE IF NOT EXISTS ${SCHEMA}.installation (id uuid PRIMARY KEY);
    INSERT INTO ${SCHEMA}.installation SELECT gen_random_uuid() WHERE NOT EXISTS (SELECT FROM ${SCHEMA}.installation);
    GRANT USAGE, CREATE ON SCHEMA ${SCHEMA} TO shuke_application;
    GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA ${SCHEMA} TO shuke_application;
    ${GRANT_OWN_SEQUENCES}
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO shuke_application;
    ALTER DEFAULT PRIVILEGES IN SCHEMA ${SCHEMA} GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO shuke_application;`);
}

/**
 * What keeps this database's jobs apart from others on one Redis. A database that was made anew counts its outbox from
 * one again, and a copy goes on counting: under one prefix their jobs would be taken for jobs that were done long ago.
 */
export async function queuePrefixOf(sql: Sql): Promise<string> {
  const { id, oid } = await sql.one<{ id: string; oid: number }>(
    `SELECT i.id, d.oid FROM ${SCHEMA}.installation i, pg_database d WHERE d.datname = current_database()`,
  );
  return `shuke-${id}-${oid}`;
}
