import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createDataSource, Db, type Env } from '#kernel';
import { startDemoDatabase } from '../../demo/src/demo-database.js';
import { readDemoEnvironment } from '../../demo/src/environment.js';
import { RunningLock } from '../../demo/src/running-lock.js';

interface OpenDatabase {
  db: Db;
  close(): Promise<void>;
}

interface Address {
  url: string;
  release(): Promise<void>;
}

/**
 * The database that the environment names; without DATABASE_URL the demo's own, whether the demo
 * runs just now or not. Errors: EnvError, the driver's where it does not answer.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const { env, embedded } = readDemoEnvironment();
  const address = embedded
    ? await demoAddress(env)
    : { url: env.databaseUrl, release: async () => {} };
  const dataSource = createDataSource(address.url, 4);
  try {
    await dataSource.initialize();
  } catch (error) {
    await address.release();
    throw error;
  }
  const close = async () => {
    await dataSource.destroy();
    await address.release();
  };
  return { db: new Db(dataSource), close };
}

async function demoAddress({ dataDir }: Env): Promise<Address> {
  if (await new RunningLock(dataDir).holder()) {
    const text = await readFile(path.join(dataDir, 'database.json'), 'utf8');
    const { url } = JSON.parse(text) as { url: string };
    return { url, release: async () => {} };
  }
  const database = await startDemoDatabase(dataDir);
  return { url: database.url, release: () => database.stop() };
}
