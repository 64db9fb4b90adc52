import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole repository, found upwards from this file: the same from source and from dist. */
function rootFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'migrations', '0001-kernel.sql'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the folder of the product was not found');
    folder = parent;
  }
  return folder;
}

export const ROOT_FOLDER = rootFolder();
export const PRODUCT_VERSION = (
  JSON.parse(readFileSync(join(ROOT_FOLDER, 'package.json'), 'utf8')) as { version: string }
).version;
