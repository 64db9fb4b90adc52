// What `start` runs: PostgreSQL, the demo chain, API and worker, all of it in one go.
import 'reflect-metadata';
import { EnvError, migrate, MigrationError } from '#kernel';
import { announce, complaint, note, step } from './announcement.js';
import { startBackgroundWorker } from './background-worker.js';
import {
  type DemoDatabase,
  hasDemoChain,
  makeDemoChain,
  startDemoDatabase,
} from './demo-database.js';
import { readDemoEnvironment, setForApps } from './environment.js';
import { prepareGivenDatabase } from './given-database.js';
import { checkPort } from './port-check.js';
import { RunningLock } from './running-lock.js';
import { Shutdown } from './shutdown.js';
import { StartError } from './start-error.js';

const from = performance.now();
const shutdown = new Shutdown();

try {
  await start();
} catch (error) {
  // What was being started fails when the database is stopped under it: no news after Ctrl-C.
  if (!shutdown.began) explain(error);
  await shutdown.run(1);
}

async function start(): Promise<void> {
  const { env, embedded } = readDemoEnvironment();
  if (env.nodeEnv === 'production') {
    throw new StartError(
      '演示系统不用于生产环境(NODE_ENV=production)。正式安装请看 docs/operations.md。',
      'The demo has known passwords and is refused with NODE_ENV=production. For a real installation read docs/operations.md.',
    );
  }
  const lock = new RunningLock(env.dataDir);
  const holder = await lock.holder();
  if (holder) {
    throw new StartError(
      `这个数据目录上已经有一个熟客在运行:${holder.url}`,
      `Shuke already runs on this data folder (process ${holder.pid}): ${holder.url}. Stop it, or set another DATA_DIR and PORT.`,
    );
  }
  await checkPort(env.host, env.port);
  await shutdown.foundation(
    () => lock.take(env.publicUrl),
    () => lock.release(),
  );

  if (embedded) {
    step('启动数据库', 'Starting the database');
    const database = await shutdown.foundation(
      () => startDemoDatabase(env.dataDir),
      (started) => started.stop(),
    );
    await prepareDemo(database);
    setForApps({
      DATABASE_URL: database.url,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      ...(env.encryptionKey ? {} : { ENCRYPTION_KEY: database.encryptionKey }),
    });
  } else {
    step('检查并升级数据库', 'Checking and migrating the database');
    await prepareGivenDatabase(env, note);
  }
  setForApps(embedded || env.seedDemo ? { SHUKE_DEMO: '1' } : {});

  step('启动服务', 'Starting API and worker');
  const { startApi } = await import('../../api/src/start-api.js');
  // The later one is closed first: nothing new comes in while the worker drains.
  const background = shutdown.user(startBackgroundWorker, (worker) => worker.close());
  const listening = shutdown.user(startApi, (started) => started.close());
  const [api] = await Promise.all([listening, background]);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  if (!shutdown.began) await announce(api.port, env.publicUrl, seconds);
}

async function prepareDemo(database: DemoDatabase): Promise<void> {
  if (await hasDemoChain(database)) {
    const applied = await migrate(database.ownerUrl);
    if (applied.length > 0) note(`数据库升级 · migrated: ${applied.join(', ')}`);
    return;
  }
  step('生成演示数据', 'Making the demo chain');
  await makeDemoChain(database, note);
}

function explain(error: unknown): void {
  if (error instanceof StartError) complaint(error.chinese, error.english);
  else if (error instanceof EnvError) complaint('环境变量有误', error.message);
  else if (error instanceof MigrationError) {
    complaint(
      '数据库结构与这个版本不符。演示数据可以重做:pnpm run demo:reset',
      `${error.message}. Demo data can be made new: pnpm run demo:reset`,
    );
  } else {
    complaint('启动失败', 'Start failed:');
    console.error(error);
  }
}
