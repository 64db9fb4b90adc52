import { seedDemo } from '#workshop/demo-chain';
import { migrate } from '#kernel';
import pg from 'pg';
import { StartError } from './start-error.js';

const OLDEST = 15;

/** Brings a database of the person's own to the newest schema; seeds it only on request and only when empty. */
export async function prepareGivenDatabase(
  given: { databaseUrl: string; migrationDatabaseUrl: string; seedDemo: boolean },
  report: (line: string) => void,
): Promise<void> {
  const client = new pg.Client({
    connectionString: given.migrationDatabaseUrl,
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(
      `连不上数据库:${(error as Error).message}`,
      'The database does not answer. Check that PostgreSQL is running and that DATABASE_URL (and MIGRATION_DATABASE_URL) is right.',
    );
  }
  try {
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    if (major < OLDEST) {
      throw new StartError(
        `PostgreSQL ${major} 太旧`,
        `This is PostgreSQL ${major}: use ${OLDEST} or newer.`,
      );
    }
    await migrate(given.migrationDatabaseUrl);
    if (!given.seedDemo) return;
    const { rows: staff } = await client.query<{ some: boolean }>(
      'SELECT EXISTS (SELECT FROM staff) AS some',
    );
    if (staff[0]?.some) report('数据库里已有数据,不再生成演示数据 · not empty: nothing is seeded');
    else await seedDemo(given.migrationDatabaseUrl, report);
  } finally {
    await client.end().catch(() => {});
  }
}
