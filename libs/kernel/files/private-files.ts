import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file to write to that nobody but this user of the machine can read, in a folder of the same kind: it names people. */
export async function privateFile(file: string): Promise<string> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // A folder of an earlier version may be open to others.
  await chmod(folder, 0o700);
  await writeFile(file, '', { mode: 0o600 });
  await chmod(file, 0o600);
  return file;
}
