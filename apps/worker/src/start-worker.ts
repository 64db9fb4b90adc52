import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { Env } from '#kernel';
import { WorkerModule } from './worker.module.js';

export interface RunningWorker {
  /** Waits for the jobs in hand. */
  close(): Promise<void>;
}

/**
 * Starts relay, schedules and workers of this process; any number of such processes work side by side.
 * Errors: EnvError, the driver's where the database or Redis is not there.
 */
export async function startWorker(env: Env = Env.fromProcess()): Promise<RunningWorker> {
  const app = await NestFactory.createApplicationContext(WorkerModule.for(env), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  return { close: () => app.close() };
}
