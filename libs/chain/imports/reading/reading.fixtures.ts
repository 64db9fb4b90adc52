import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MEMBER_FIELDS } from '../../../value/member-import/import-fields.rules.js';
import { knownHeaders } from '../column-mapping.rules.js';
import { readTable } from './read-table.js';
import type { ReadRow, SheetHead } from './reading.types.js';

/** Headers that mean something, as a kind of import declares them. */
export const KNOWN = knownHeaders(MEMBER_FIELDS);

const folder = await mkdtemp(path.join(tmpdir(), 'shuke-reading-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
let files = 0;

export async function saved(content: Buffer | string): Promise<string> {
  files += 1;
  const file = path.join(folder, `${files}.upload`);
  await writeFile(file, content);
  return file;
}

export async function read(content: Buffer | string) {
  let head: SheetHead | undefined;
  const rows: ReadRow[] = [];
  const notes = await readTable(await saved(content), new Set(KNOWN), {
    head: (found) => Promise.resolve(void (head = found)),
    rows: (some) => Promise.resolve(void rows.push(...some)),
  });
  return { head, rows, notes };
}

/** Why it can't be read. */
export const refused = (content: Buffer | string) =>
  read(content).then(
    () => 'read',
    (error: { code?: string; message?: string }) => error.code ?? error.message,
  );
