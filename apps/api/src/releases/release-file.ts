import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT_FOLDER } from '#kernel';

const FOLDER = path.join(ROOT_FOLDER, 'releases');

/** A parameter as it goes to the server: text, bytes in base64, or NULL. */
export type SampleParameter = string | { base64: string } | null;

export interface ReleasedStatement {
  text: string;
  parameters: SampleParameter[];
}

/** What a release asks of the database: as long as one of its processes may run, a newer schema must answer it. */
export interface Release {
  version: string;
  /** The steps of its schema. */
  migrations: string[];
  statements: ReleasedStatement[];
}

/** The last release; null: there was none. */
export async function lastRelease(): Promise<Release | null> {
  const names = (await readdir(FOLDER)).filter((name) => /^\d+\.\d+\.\d+\.json$/.test(name));
  const last = names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  return last ? (JSON.parse(await readFile(path.join(FOLDER, last), 'utf8')) as Release) : null;
}

/** One statement a line, so that a change is seen. */
export async function writeRelease({ version, migrations, statements }: Release): Promise<string> {
  const rows = (values: readonly unknown[]) =>
    values.map((value) => `  ${JSON.stringify(value)}`).join(',\n');
  const file = path.join(FOLDER, `${version}.json`);
  const head = `"version": ${JSON.stringify(version)},\n"migrations": ${JSON.stringify(migrations)}`;
  await writeFile(file, `{\n${head},\n"statements": [\n${rows(statements)}\n]\n}\n`);
  return file;
}
