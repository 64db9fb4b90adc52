import 'reflect-metadata';
import { EnvError } from '#kernel';
import { startWorker } from './start-worker.js';

try {
  const worker = await startWorker();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      worker.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
} catch (error) {
  if (error instanceof EnvError) console.error(error.message);
  else if ((error as { code?: string }).code === 'ECONNREFUSED') {
    console.error(
      'The database or Redis does not answer: see that it runs and that DATABASE_URL and REDIS_URL are right.',
    );
  } else console.error(error);
  process.exit(1);
}
