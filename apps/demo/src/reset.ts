// Makes the demo chain new. usage: pnpm run demo:reset
import 'reflect-metadata';
import { EnvError } from '#kernel';
import { complaint, note, step } from './announcement.js';
import { makeDemoChain, startDemoDatabase } from './demo-database.js';
import { readDemoEnvironment } from './environment.js';
import { RunningLock } from './running-lock.js';

try {
  await reset();
} catch (error) {
  if (error instanceof EnvError) complaint('环境变量有误', error.message);
  else console.error(error);
  process.exitCode = 1;
}

async function reset(): Promise<void> {
  const { env, embedded } = readDemoEnvironment();
  const refuse = (chinese: string, english: string) => {
    complaint(chinese, english);
    process.exitCode = 1;
  };
  if (!embedded || env.nodeEnv === 'production') {
    return refuse(
      '只重置内置的演示数据库',
      "Only the demo's own database is reset: unset DATABASE_URL.",
    );
  }
  const lock = new RunningLock(env.dataDir);
  const holder = await lock.holder();
  if (holder)
    return refuse(
      '演示系统正在运行,请先停止',
      `The demo runs (process ${holder.pid}): stop it first.`,
    );
  await lock.take(env.publicUrl);
  const database = await startDemoDatabase(env.dataDir);
  try {
    step('重新生成演示数据', 'Making the demo chain new');
    await makeDemoChain(database, note);
  } finally {
    await database.stop();
    await lock.release();
  }
}
