import { EnvError } from '#kernel';

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '3D000']);

/** Says what went wrong in a line where the person can put it right. */
export function tell(error: unknown): void {
  const { code, message } = error as { code?: string; message?: string };
  if (error instanceof EnvError) console.error(message);
  else if (code && UNREACHABLE.has(code)) {
    console.error(
      `The database does not answer (${message ?? code}): see that it runs and that DATABASE_URL is right.`,
    );
  } else console.error(error);
  process.exitCode = 1;
}
