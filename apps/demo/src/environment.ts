import { Env } from '#kernel';

/**
 * What `start` was given. An embedded database has no address yet: a stand-in lets everything else
 * be checked before anything is started.
 * Errors: EnvError with a readable list.
 */
export function readDemoEnvironment(): { env: Env; embedded: boolean } {
  const embedded = !process.env.DATABASE_URL?.trim();
  const source = embedded
    ? { ...process.env, DATABASE_URL: 'postgres://embedded', MIGRATION_DATABASE_URL: '' }
    : process.env;
  return { env: new Env(source), embedded };
}

/** API and worker read their environment as in a real installation: it is set before they start. */
export function setForApps(values: Record<string, string>): void {
  Object.assign(process.env, values);
  // The terminal belongs to the person who started the demo.
  process.env.LOG_LEVEL ??= 'warn';
}
