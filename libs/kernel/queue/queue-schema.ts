import { runMigrations } from 'bullmq';
import type pg from 'pg';

/** Where BullMQ keeps its tables when there is no Redis. */
const SCHEMA = 'bullmq';

/**
 * Brings the queue's own schema to the version of the installed BullMQ, as the owner, and lets the application's role
 * use it. CREATE is among the rights: BullMQ makes a sequence per queue when the first job comes.
 */
export async function migrateQueueSchema(owner: pg.Client): Promise<void> {
  await runMigrations(owner, SCHEMA);
  await owner.query(`
    GRANT USAGE, CREATE ON SCHEMA ${SCHEMA} TO shuke_application;
    GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA ${SCHEMA} TO shuke_application;
    GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${SCHEMA} TO shuke_application;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO shuke_application;
    ALTER DEFAULT PRIVILEGES IN SCHEMA ${SCHEMA} GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO shuke_application;`);
}
