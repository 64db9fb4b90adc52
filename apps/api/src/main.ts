import 'reflect-metadata';
import { EnvError } from '#kernel';
import { startApi } from './start-api.js';

try {
  const api = await startApi();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      api.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
} catch (error) {
  const code = (error as { code?: string }).code;
  if (error instanceof EnvError) console.error(error.message);
  else if (code === 'EADDRINUSE')
    console.error('The port is taken by another program: set PORT to a free one.');
  else if (code === 'ECONNREFUSED')
    console.error('The database does not answer: see that it runs and that DATABASE_URL is right.');
  else console.error(error);
  process.exit(1);
}
